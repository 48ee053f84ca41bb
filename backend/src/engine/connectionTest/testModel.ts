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
import type { Narrator } from '../../models/narrator.ts'
import type { ParameterName } from '../../models/parameters/modelParameters.ts'
import { CALL_FOR_TOOL, readProbeGamebook } from './probeGamebook.ts'
import { probeTurn, type ProbeTurn } from './probeTurn.ts'
import { Silence, type SilenceLimits } from './silence.ts'

export interface ModelTest {
  readonly draft: DraftModel
  readonly createModel: CreateModel
  readonly clock: Clock
  readonly limits: SilenceLimits
  /** Whether the server has to load the model first. */
  readonly mustLoad: boolean
  readonly onLoading?: (() => void) | undefined
}

/** The steps of a test that call the model, as a session does: an opening, then a turn with a tool. */
export async function testModel(test: ModelTest, run: RunStep): Promise<void> {
  const gamebook = readProbeGamebook()
  const path: Message[] = []
  const opens = await run('stream', async () => {
    const { answer, result } = await playWhenLoaded(test, { gamebook, path: [], text: null })
    path.push(answer)
    return result
  })
  if (!opens) return
  await run('tool-call', async () => {
    const { answer, result } = await play(test, { gamebook, path, text: CALL_FOR_TOOL })
    return result.error === undefined ? withToolVerdict(answer, result) : result
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
  { draft, createModel, clock, limits, mustLoad }: ModelTest,
  turn: Omit<ProbeTurn, 'narrator'>,
): Promise<{ readonly answer: Message; readonly result: StepResult }> {
  const rejected: ParameterName[] = []
  const model = await createModel(draft.recipe, draft.apiKey)
  const narrator: Narrator = { ...draft, model, modelConfigId: '', onRefused: (name) => void rejected.push(name) }
  const silence = new Silence(limits, mustLoad && turn.text === null)
  const answer = await probeTurn({ ...turn, narrator }, silence, clock)
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

/** Text instead of a call is a warning, and so is a call that the engine refuses. */
function withToolVerdict({ parts }: Message, result: StepResult): StepResult {
  const calls = parts.flatMap((part) => (part.type === 'tool-call' ? [part] : []))
  const isAccepted = calls.some((call) => Accepted.safeParse(call.result).success)
  if (isAccepted) return result
  const verdict = calls.length === 0 ? NO_CALL : WRONG_CALL
  return { ...result, hint: result.hint === undefined ? verdict : `${verdict} ${result.hint}` }
}

const Accepted = z.object({ result: z.literal('success') })

const NO_CALL =
  "It answered without calling the tool: it may ignore a gamebook's rules and describe things that haven't happened. Choose a model that supports tools."
const WRONG_CALL = `It called the tool with the wrong arguments. ${MAY_IGNORE_RULES}`
