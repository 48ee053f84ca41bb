import {
  buildSystemText,
  callFunction,
  evaluationReceipt,
  runTriggers,
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
  /** Told of faults that no player can do anything about. */
  readonly onFault: (fault: unknown) => void
}

/** After this many requests of one turn the narrator is offered no more tools and has to tell. */
const MAX_TOOL_STEPS = 8

/**
 * Tells one answer: asks the model, runs the calls it makes through the story one after another, and asks again
 * with the prompt and tools of the new state, until an answer has no calls. Then follows what follows by itself, also
 * of a turn that broke off. Never rejects.
 */
export async function runTurn(turn: TurnRequest, answer: Answer, { signal, onFault }: TurnContext): Promise<void> {
  const telling: Telling = { turn, answer, signal, report: reportOnce(turn, answer), refused: new Set() }
  const attempt = async (tell: () => Promise<AnswerEnd>): Promise<AnswerEnd> => {
    try {
      return await tell()
    } catch (caught) {
      if (!(caught instanceof StoppedByPlayer || caught instanceof ModelFailure)) onFault(caught)
      return answerEndAfter(caught, turn.narrator, answer)
    }
  }
  const told = await attempt(async () => {
    answer.setInstructions(buildSystemText(turn.gamebook))
    return tellSteps(telling)
  })
  answer.end(await attempt(() => settleTurn(telling, told)))
}

interface Telling {
  readonly turn: TurnRequest
  readonly answer: Answer
  readonly signal: AbortSignal
  readonly report: ReportFailure
  readonly refused: RefusedParameters
}

async function tellSteps(telling: Telling): Promise<AnswerEnd> {
  const { turn, answer, signal } = telling
  for (let step = 0; ; step += 1) {
    const outcome = await askStep(telling, { offersTools: step < MAX_TOOL_STEPS, closing: null })
    if (outcome.calls.length === 0 || step === MAX_TOOL_STEPS) return answerEndOf(outcome, turn.narrator, answer)
    for (const call of outcome.calls) runCall(telling, call)
    signal.throwIfAborted()
  }
}

/** The evaluation at the end of the turn. If it ends the story, one more step tells that. */
async function settleTurn(telling: Telling, told: AnswerEnd): Promise<AnswerEnd> {
  const { turn, answer, report } = telling
  const before = answer.state
  const world = worldOf(turn.gamebook, before)
  const { state, receipts } = runTriggers(world, report)
  answer.addTriggered(withLines({ ...world, state }, receipts), state)
  const hasJustEnded = before.ended === undefined && state.ended !== undefined
  if (!hasJustEnded || told.status !== 'done' || answer.isFull) return told
  const outcome = await askStep(telling, { offersTools: false, closing: before })
  return answerEndOf({ ...outcome, calls: [] }, turn.narrator, answer)
}

function askStep(
  { turn, answer, signal, report, refused }: Telling,
  step: Pick<RequestInput, 'offersTools' | 'closing'>,
): Promise<StepOutcome> {
  answer.beginStep()
  const world = worldOf(turn.gamebook, answer.state)
  const build: ModelCall['build'] = (callOptions) =>
    buildRequest({ turn, world, answer: answer.snapshot(), ...step, report, callOptions })
  return callModel({ narrator: turn.narrator, answer, signal, build }, refused)
}

function runCall({ turn, answer, report }: Telling, call: RequestedCall): void {
  const world = worldOf(turn.gamebook, answer.state)
  const part = answer.addToolCall(call)
  const asked = { function: call.toolName, args: call.input, by: 'tool' } as const
  const { state, receipts, result } = callFunction(world, asked, report)
  answer.completeToolCall(part, { ...result }, withLines({ ...world, state }, receipts), state)
}

function withLines(after: World, receipts: readonly Receipt[]): readonly ReceiptWithLine[] {
  return receipts.map((receipt) => withLine(after, receipt))
}

/** Each expression that fails in a turn leaves one receipt, however often it is read. */
function reportOnce({ gamebook }: TurnRequest, answer: Answer): ReportFailure {
  const reported = new Set<string>()
  return (where, error) => {
    if (reported.has(where)) return
    reported.add(where)
    const receipt = evaluationReceipt(where, error)
    answer.addReceipt(withLine(worldOf(gamebook, answer.state), receipt))
  }
}
