import { setImmediate } from 'node:timers/promises'
import {
  buildSystemText,
  evaluationReceipt,
  endTurn,
  listExits,
  narrationsIn,
  openStory,
  worldOf,
  type ReportFailure,
} from '@llm-gamebook/story'

import type { Answer, AnswerEnd } from './answer/answer.ts'
import { answerEndAfter, answerEndOf } from './answer/answerEnd.ts'
import { withAuthorsText } from './answer/authorsText.ts'
import { findDrift } from './drift/findDrift.ts'
import { PromptGauge } from './memory/promptGauge.ts'
import { findWindowError } from './memory/windowError.ts'
import { ModelFailure } from './step/modelFailure.ts'
import type { StepOutcome } from './step/readStep.ts'
import { worldLimitOf } from './memory/budget.ts'
import { TurnPrompt } from './request/turnPrompt.ts'
import { requestStep } from './requestStep.ts'
import { StoppedByPlayer } from './stoppedByPlayer.ts'
import type { TurnRequest } from './turn.ts'
import { isChecked, type TurnContext, type TurnRun } from './turnRun.ts'
import { withLine, withLines } from './answer/withLine.ts'
import { repeatsMistake, withdrawRefused } from './answer/withdrawRefused.ts'
import { rejectCalls, runCalls } from './calls/runCalls.ts'
import { runPlayerCall } from './calls/runPlayerCall.ts'

const MAX_TOOL_STEPS = 8
/** A model that calls something all the same gets the error, and a last chance to write. */
const MAX_LAST_STEPS = 2

/**
 * Generates one answer: sends a request, runs the calls of the model one after another, and sends the next request
 * with the prompt and tools of the new state, until a step has no calls. Then triggers run, even after an
 * interruption. Never rejects.
 */
export async function runTurn(turn: TurnRequest, answer: Answer, context: TurnContext): Promise<void> {
  const { onFault } = context
  const run: TurnRun = {
    ...context,
    turn,
    answer,
    report: reportOnce(turn, answer),
    refused: new Set(),
    before: answer.state,
    step: 0,
    hasGivenAway: false,
    prompt: null,
    gauge: context.plan === undefined ? null : new PromptGauge(context.plan),
    playerCall: null,
  }
  const attempt = async (part: () => Promise<AnswerEnd>): Promise<AnswerEnd> => {
    try {
      return await part()
    } catch (caught) {
      if (!(caught instanceof StoppedByPlayer || caught instanceof ModelFailure)) onFault(caught)
      return answerEndAfter(caught, turn.narrator, answer)
    }
  }
  const end = await attempt(async () => {
    answer.setInstructions(buildSystemText(turn.gamebook, turn.context?.settings, worldLimitOf(turn.narrator)))
    if (leavesOutBeginning(turn)) answer.note(BEGINNING_LEFT_OUT)
    run.playerCall = runPlayerCall(run)
    return runSteps(run)
  })
  const given = withAuthorsText(end, answer)
  const finished = await attempt(() => finishTurn(run, given))
  if (given === end) await checkAnswer(run)
  answer.setKnownExits(listExits(worldOf(turn.gamebook, answer.state), () => {}))
  answer.end(finished)
}

/**
 * Keeps what differs from the state of the story. A fault of the check leaves the answer unchecked, and the last words
 * are sent before it.
 */
async function checkAnswer(run: TurnRun): Promise<void> {
  if (!isChecked(run)) return
  const { turn, before, answer, onFault } = run
  answer.closePart()
  await setImmediate()
  try {
    answer.setDriftFindings(findDrift({ turn, before, answer: answer.snapshot() }))
  } catch (fault) {
    onFault(fault)
  }
}

/** The built-in narrator reads the state of the story and needs no system text. */
const leavesOutBeginning = ({ path, narrator, recalled }: TurnRequest): boolean =>
  path[0] !== undefined && path[0].parentId !== null && !narrator.prompt.readsStoryView && recalled?.head == null

const BEGINNING_LEFT_OUT = 'The story is longer than any model can read, so its beginning was not sent.'

async function runSteps(run: TurnRun): Promise<AnswerEnd> {
  const { turn, answer, signal, maxToolSteps = MAX_TOOL_STEPS } = run
  const narrations = narrateStart(run)
  const isOpening = turn.text === null
  const prompt = new TurnPrompt({
    turn,
    world: worldOf(turn.gamebook, answer.state),
    narrations,
    playerCall: run.playerCall,
    report: run.report,
  })
  run.prompt = prompt
  const windowError = run.plan === undefined ? null : findWindowError(turn, run.plan)
  if (windowError !== null) return { status: 'failed', finishReason: null, error: windowError }
  for (let step = 0, lastSteps = 0; ; step += 1) {
    const world = worldOf(turn.gamebook, answer.state)
    const isLast = isOpening || step >= maxToolSteps || run.gauge?.isFull === true || repeatsMistake(answer)
    const texts = prompt.nextStep(world, answer.snapshot().parts, !isLast)
    const outcome = await requestStep(run, { offersTools: !isLast, closing: null, narrations, texts })
    if (outcome.calls.length === 0) return answerEndOf(outcome, turn.narrator, answer)
    if (isLast) {
      lastSteps += 1
      rejectCalls(answer, outcome.calls)
      if (answer.hasText || lastSteps === MAX_LAST_STEPS) return answerEndOf(WITHOUT_CALLS, turn.narrator, answer)
    } else {
      runCalls(run, outcome.calls, { world, tools: texts.toolNames })
      if (run.asWritten !== true) withdrawRefused(answer)
    }
    signal.throwIfAborted()
  }
}

/** The outcome of a step whose calls came to nothing. */
const WITHOUT_CALLS: StepOutcome = { finishReason: 'stop', calls: [] }

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
  if (run.prompt === null) return end
  const texts = run.prompt.closingStep({ ...world, state }, narrations)
  const outcome = await requestStep(run, { offersTools: false, closing: before, narrations, texts })
  rejectCalls(answer, outcome.calls)
  return answerEndOf(outcome.calls.length > 0 ? WITHOUT_CALLS : outcome, turn.narrator, answer)
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
