import {
  buildSystemText,
  callFunction,
  evaluationReceipt,
  endTurn,
  narrationsIn,
  openStory,
  worldOf,
  type Receipt,
  type ReportFailure,
  type World,
} from '@llm-gamebook/story'

import type { Answer, AnswerEnd, ReceiptWithLine } from './answer/answer.ts'
import type { RequestedCall } from './answer/answerParts.ts'
import { answerEndAfter, answerEndOf } from './answer/answerEnd.ts'
import { callModel, type ModelCall, type RefusedParameters } from './step/callModel.ts'
import { ModelFailure } from './step/modelFailure.ts'
import type { StepOutcome } from './step/readStep.ts'
import { buildRequest } from './request/buildRequest.ts'
import type { RequestInput } from './request/requestInput.ts'
import { StoppedByPlayer } from './stoppedByPlayer.ts'
import type { TurnRequest } from './turn.ts'
import { withLine } from './answer/withLine.ts'

export interface TurnContext {
  readonly signal: AbortSignal
  /** Called for errors that the player can't fix. */
  readonly onFault: (fault: unknown) => void
  /** After this many requests of one turn, the narrator is offered no tools and has to write text. */
  readonly maxToolSteps?: number
  /** Whether a failed request is sent again after a pause; by default it is. */
  readonly waitsToRetry?: boolean
}

const MAX_TOOL_STEPS = 8

/**
 * Generates one answer: sends a request, runs the calls of the model one after another, and sends the next request
 * with the prompt and tools of the new state, until a step has no calls. Then triggers run, even after an
 * interruption. Never rejects.
 */
export async function runTurn(turn: TurnRequest, answer: Answer, context: TurnContext): Promise<void> {
  const { onFault } = context
  const run: TurnRun = { ...context, turn, answer, report: reportOnce(turn, answer), refused: new Set() }
  const attempt = async (part: () => Promise<AnswerEnd>): Promise<AnswerEnd> => {
    try {
      return await part()
    } catch (caught) {
      if (!(caught instanceof StoppedByPlayer || caught instanceof ModelFailure)) onFault(caught)
      return answerEndAfter(caught, turn.narrator, answer)
    }
  }
  const end = await attempt(async () => {
    answer.setInstructions(buildSystemText(turn.gamebook))
    if (leavesOutBeginning(turn)) answer.note(BEGINNING_LEFT_OUT)
    return runSteps(run)
  })
  answer.end(await attempt(() => finishTurn(run, end)))
}

/** The built-in narrator reads the state of the story and needs no system text. */
const leavesOutBeginning = ({ path, narrator }: TurnRequest): boolean =>
  path[0] !== undefined && path[0].parentId !== null && !narrator.prompt.readsStoryView

const BEGINNING_LEFT_OUT = 'The story is longer than any model can read, so its beginning was not sent.'

interface TurnRun extends TurnContext {
  readonly turn: TurnRequest
  readonly answer: Answer
  readonly report: ReportFailure
  readonly refused: RefusedParameters
}

async function runSteps(run: TurnRun): Promise<AnswerEnd> {
  const { turn, answer, signal, maxToolSteps = MAX_TOOL_STEPS } = run
  const narrations = narrateStart(run)
  for (let step = 0; ; step += 1) {
    const outcome = await requestStep(run, { offersTools: step < maxToolSteps, closing: null, narrations })
    if (outcome.calls.length === 0 || step === maxToolSteps) return answerEndOf(outcome, turn.narrator, answer)
    for (const call of outcome.calls) runCall(run, call)
    signal.throwIfAborted()
  }
}

/** The author's words for an opening. */
function narrateStart({ turn, answer, report }: TurnRun): readonly string[] {
  if (turn.path.length > 0) return []
  const world = worldOf(turn.gamebook, answer.state)
  const receipts = openStory(world, report)
  for (const receipt of withLines(world, receipts)) answer.addReceipt(receipt)
  return narrationsIn(receipts)
}

/** Runs the triggers at the end of the turn. If they narrate or end the story, one more step follows. */
async function finishTurn(run: TurnRun, end: AnswerEnd): Promise<AnswerEnd> {
  const { turn, answer, report } = run
  const before = answer.state
  const world = worldOf(turn.gamebook, before)
  const { state, receipts } = endTurn(world, report)
  answer.addTriggered(withLines({ ...world, state }, receipts), state)
  const hasJustEnded = before.ended === undefined && state.ended !== undefined
  const narrations = narrationsIn(receipts)
  if ((!hasJustEnded && narrations.length === 0) || end.status !== 'done' || answer.isFull) return end
  const outcome = await requestStep(run, { offersTools: false, closing: before, narrations })
  return answerEndOf({ ...outcome, calls: [] }, turn.narrator, answer)
}

function requestStep(
  { turn, answer, signal, report, refused, waitsToRetry }: TurnRun,
  step: Pick<RequestInput, 'offersTools' | 'closing' | 'narrations'>,
): Promise<StepOutcome> {
  answer.beginStep()
  const world = worldOf(turn.gamebook, answer.state)
  const build: ModelCall['build'] = (callOptions) =>
    buildRequest({ turn, world, answer: answer.snapshot(), ...step, report, callOptions })
  return callModel({ narrator: turn.narrator, answer, signal, build, waitsToRetry }, refused)
}

function runCall({ turn, answer, report }: TurnRun, call: RequestedCall): void {
  const world = worldOf(turn.gamebook, answer.state)
  const part = answer.addToolCall(call)
  const request = { function: call.toolName, args: call.input, by: 'tool' } as const
  const { state, receipts, result } = callFunction(world, request, report)
  answer.completeToolCall(part, { ...result }, withLines({ ...world, state }, receipts), state)
}

function withLines(after: World, receipts: readonly Receipt[]): readonly ReceiptWithLine[] {
  return receipts.map((receipt) => withLine(after, receipt))
}

/** Adds one receipt for each expression that fails in the turn. */
function reportOnce({ gamebook }: TurnRequest, answer: Answer): ReportFailure {
  const reported = new Set<string>()
  return (where, error) => {
    if (reported.has(where)) return
    reported.add(where)
    const receipt = evaluationReceipt(where, error)
    answer.addReceipt(withLine(worldOf(gamebook, answer.state), receipt))
  }
}
