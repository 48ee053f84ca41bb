import {
  buildSystemText,
  callFunction,
  evaluationReceipt,
  receiptLine,
  worldOf,
  type ReportFailure,
  type World,
} from '@llm-gamebook/story'

import type { Answer, AnswerEnd, AskedCall } from './answer.ts'
import { endAfter, endOf } from './answerEnd.ts'
import { askModel, type RefusedParameters } from './askModel.ts'
import { ModelFailure } from './modelFailure.ts'
import { buildRequest } from './request/buildRequest.ts'
import { StoppedByPlayer } from './stoppedByPlayer.ts'
import type { TurnRequest } from './turn.ts'

export interface TurnContext {
  readonly signal: AbortSignal
  /** Told of faults that no player can do anything about. */
  readonly onFault: (fault: unknown) => void
}

/** After this many requests of one turn the narrator is offered no more tools and has to tell. */
const MAX_TOOL_STEPS = 8

/**
 * Tells one answer: asks the model, runs the calls it makes through the story one after another, and asks again
 * with the prompt and tools of the new state, until an answer has no calls. Never rejects.
 */
export async function runTurn(turn: TurnRequest, answer: Answer, { signal, onFault }: TurnContext): Promise<void> {
  try {
    answer.instruct(buildSystemText(turn.gamebook))
    answer.end(await tellSteps(turn, answer, signal))
  } catch (caught) {
    if (!(caught instanceof StoppedByPlayer || caught instanceof ModelFailure)) onFault(caught)
    answer.end(endAfter(caught, turn.narrator, answer))
  }
}

async function tellSteps(turn: TurnRequest, answer: Answer, signal: AbortSignal): Promise<AnswerEnd> {
  const report = reportOnce(turn, answer)
  const refused: RefusedParameters = new Set()
  for (let step = 0; ; step += 1) {
    answer.beginStep()
    const world = worldOf(turn.gamebook, answer.state)
    const offersTools = step < MAX_TOOL_STEPS
    const outcome = await askModel(
      {
        narrator: turn.narrator,
        answer,
        signal,
        build: (callOptions) =>
          buildRequest({ turn, world, answer: answer.snapshot(), offersTools, report, callOptions }),
      },
      refused,
    )
    if (outcome.calls.length === 0 || step === MAX_TOOL_STEPS) return endOf(outcome, turn.narrator, answer)
    for (const call of outcome.calls) runCall(turn, answer, call, report)
    signal.throwIfAborted()
  }
}

function runCall(turn: TurnRequest, answer: Answer, call: AskedCall, report: ReportFailure): void {
  const world = worldOf(turn.gamebook, answer.state)
  const part = answer.addToolCall(call)
  const { state, receipts, result } = callFunction(
    world,
    { function: call.toolName, args: call.input, by: 'tool' },
    report,
  )
  const after: World = { ...world, state }
  answer.settleToolCall(
    part,
    { ...result },
    receipts.map((receipt) => ({ receipt, line: receiptLine(after, receipt) })),
    state,
  )
}

/** Each expression that fails in a turn leaves one receipt, however often it is read. */
function reportOnce({ gamebook }: TurnRequest, answer: Answer): ReportFailure {
  const reported = new Set<string>()
  return (where, error) => {
    if (reported.has(where)) return
    reported.add(where)
    const receipt = evaluationReceipt(where, error)
    answer.addReceipt({ receipt, line: receiptLine(worldOf(gamebook, answer.state), receipt) })
  }
}
