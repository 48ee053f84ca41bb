import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

import type { Clock } from '../../clock.ts'
import type { Message } from '../../messages/message.ts'
import { MAY_IGNORE_RULES } from '../../models/connectionTest/checkAccess.ts'
import { clearParameter } from '../../models/connectionTest/proposeFixes.ts'
import type { RunStep, StepResult } from '../../models/connectionTest/testSteps.ts'
import type { CreateModel } from '../../models/createModel.ts'
import type { DraftModel } from '../../models/draftModel.ts'
import { turnErrorOf } from '../../models/failure/toTurnError.ts'
import type { RequestLog } from '../../models/transport/requestLog.ts'
import type { Narrator } from '../../models/narrator.ts'
import type { ParameterName } from '../../models/parameters/modelParameters.ts'
import type { ToolStyle } from '../../models/toolStyle.ts'
import { CALL_FOR_TOOL, readProbeGamebook } from './probeGamebook.ts'
import { probeTurn, type ProbeTurn } from './probeTurn.ts'
import { proposeToolStyle, type ToolVerdict } from './proposeToolStyle.ts'
import { Silence, type SilenceLimits } from './silence.ts'

export interface ModelTest {
  readonly draft: DraftModel
  readonly createModel: CreateModel
  readonly clock: Clock
  readonly requests: RequestLog
  readonly limits: SilenceLimits
  /** Whether the server has to load the model first. */
  readonly mustLoad: boolean
  readonly onLoading?: (() => void) | undefined
}

/** The steps of a test that call the model, as a session does: an opening, then a turn with a tool. */
export async function testModel(test: ModelTest, run: RunStep): Promise<void> {
  const path: Message[] = []
  const opens = await run('stream', async () => {
    const { answer, result } = await playWhenLoaded(test, {
      gamebook: readProbeGamebook('opening'),
      path: [],
      text: null,
    })
    path.push(answer)
    return result
  })
  if (!opens) return
  await run('tool-call', async () => {
    const { verdict, result } = await playToolCall(test, path)
    if (verdict === 'accepted') return result
    const proposals = await proposeToolStyle(verdict, (toolStyle) => tryToolStyle(test, path, toolStyle))
    const hint = HINTS[verdict]
    if (hint === null) return proposals.length === 0 ? result : { ...result, proposals }
    return {
      ...result,
      hint: [hint, result.hint].filter((text) => text !== undefined).join(' '),
      proposals: [...proposals, ...(result.proposals ?? [])],
    }
  })
}

const LOADING_PAUSE_MS = 1000

/** Waits for a server that says that it is still loading the model. */
async function playWhenLoaded(test: ModelTest, turn: Omit<ProbeTurn, 'narrator'>): ReturnType<typeof play> {
  const since = performance.now()
  for (let isTold = false; ; isTold = true) {
    const played = await play(test, turn)
    if (played.result.error?.code !== 'model-loading') return played
    if (!isTold) test.onLoading?.()
    if (performance.now() - since > test.limits.loadingMs) return { ...played, result: { hint: LOADING, isLast: true } }
    await wait(LOADING_PAUSE_MS)
  }
}

/** Plays one turn with a fresh narrator and says what is wrong with its answer. */
export async function play(
  { draft, createModel, clock, limits, mustLoad, requests }: ModelTest,
  turn: Omit<ProbeTurn, 'narrator'>,
): Promise<{ readonly answer: Message; readonly result: StepResult }> {
  const rejected: ParameterName[] = []
  const model = await createModel(draft.recipe, draft.apiKey)
  const options = await draft.createRequestOptions()
  const onRefused: Narrator['onRefused'] = (name) => void rejected.push(name)
  const narrator: Narrator = { ...draft, ...options, model, onRefused }
  const silence = new Silence(limits, mustLoad && turn.text === null)
  const answer = await probeTurn({ ...turn, narrator }, silence, { clock, requests })
  if (silence.isOver) return { answer, result: tooLong(answer, draft, mustLoad) }
  if (answer.error !== null) return { answer, result: { error: answer.error } }
  const hint = answer.model?.notices?.join(' ') ?? ''
  return { answer, result: hint === '' ? {} : { hint, proposals: rejected.map(clearParameter) } }
}

function tooLong({ firstTokenAt }: Message, { snapshot }: DraftModel, mustLoad: boolean): StepResult {
  if (mustLoad && firstTokenAt === null) return { hint: LOADING, isLast: true }
  return { error: turnErrorOf('timeout', snapshot) }
}

const LOADING = 'The server is still loading the model, which can take minutes. Test again later.'

/** Asks the model to call a tool, and says what it made of it. */
async function playToolCall(
  test: ModelTest,
  path: readonly Message[],
): Promise<{ readonly verdict: ToolVerdict; readonly result: StepResult }> {
  const gamebook = readProbeGamebook('tool-call')
  const { answer, result } = await play(test, { gamebook, path, text: CALL_FOR_TOOL })
  const calls = answer.parts.flatMap((part) => (part.type === 'tool-call' ? [part] : []))
  const isAccepted = calls.some((call) => Accepted.safeParse(call.result).success)
  const called = isAccepted ? 'accepted' : 'wrong-call'
  // It was asked for a call. That it then calls again instead of writing is no fault of its tools.
  if (calls.length > 0 && result.error?.code === 'empty-answer') return { verdict: called, result: {} }
  if (result.error !== undefined) {
    return { verdict: OF_TOOLS.includes(result.error.code) ? 'refused' : 'failed', result }
  }
  return { verdict: calls.length === 0 ? 'no-call' : called, result }
}

async function tryToolStyle(test: ModelTest, path: readonly Message[], toolStyle: ToolStyle): Promise<boolean> {
  const { draft } = test
  if (draft.toolStyle === toolStyle) return false
  const changed = { ...draft, toolStyle, recipe: { ...draft.recipe, toolStyle } }
  const { verdict } = await playToolCall({ ...test, draft: changed }, path)
  return verdict === 'accepted'
}

/** The errors that a server may give only to requests with tools. */
const OF_TOOLS: readonly string[] = ['tools-rejected', 'refused-parameters', 'request-rejected', 'provider-error']

const Accepted = z.object({ result: z.enum(['applied', 'success']) })

/** Text instead of a call is a warning, and so is a call that the engine refuses. */
const HINTS: Readonly<Record<Exclude<ToolVerdict, 'accepted'>, string | null>> = {
  'no-call':
    "It answered without calling the tool: it may ignore a gamebook's rules and describe things that haven't happened. Choose a model that supports tools.",
  'wrong-call': `It called the tool with the wrong arguments. ${MAY_IGNORE_RULES}`,
  refused: null,
  failed: null,
}
