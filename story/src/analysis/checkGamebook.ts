import type { Diagnostic } from '../format/diagnostics/diagnostic.ts'
import type { EndingKind, Gamebook } from '../gamebook/gamebook.ts'
import { listEndings } from '../play/listEndings.ts'
import { readGamebook } from '../format/readGamebook.ts'
import type { CheckProgress, CheckSummary } from './describeCheck/checkSummary.ts'
import { ALWAYS_ENDS, describeAlways, describeEvent } from './describeCheck/describeEvent.ts'
import type { Answers, OpenQuestion } from './answers/answers.ts'
import { findAnswers } from './answers/findAnswers.ts'
import { openAnswers } from './answers/openAnswers.ts'
import { events } from './programs/event.ts'
import { countCalls, type Step } from './steps/step.ts'
import type { ClaimStatus, Finding } from './finding.ts'
import { applyLevels } from './findings/applyLevels.ts'
import { findBrokenExpectations, listExpectationObservers, readExpectations } from './findings/expectations.ts'
import { quoteCondition, type FindFindings } from './findings/findingContext.ts'
import type { Reason } from './verdict/reason.ts'
import type { Possibility } from './verdict/verdict.ts'
import { findGuards } from './findings/guards.ts'
import { findUnmetGoals } from './findings/goals.ts'
import { findViolatedInvariants } from './findings/invariants.ts'
import { findTrivialChecks, findExpressionFailures, findTriggerLoops } from './findings/runtime.ts'
import {
  findNeverRevealed,
  findUnusedFunctions,
  findUnfiredTriggers,
  findUnreachedNodes,
  findUnusedEdges,
} from './findings/reachability.ts'
import { findNeverVisible } from './findings/neverVisible.ts'
import { findUndiscussedTopics, findUnseenDetails } from './findings/conversations.ts'
import { findTriggersElsewhere } from './findings/triggersElsewhere.ts'
import { findHiddenNodes, listHiddenNodeObservers } from './findings/hiddenNodes.ts'
import { findEarlyNames, listEarlyNameObservers } from './findings/earlyNames.ts'
import { findFunctionsOfHiddenGraphs, listHiddenGraphObservers } from './findings/hiddenGraphs.ts'
import { findSoftLocks } from './findings/softLocks.ts'
import { mapSource } from './sourceMap.ts'
import { listStaticFindings } from './static/staticFindings.ts'

export interface CheckOptions {
  readonly file?: string
  /** The search stops after this many states. */
  readonly maxStates?: number
  /** A rule with more outcomes is left open. */
  readonly maxLeaves?: number
  /** The search stops after this time. Needs `now`. */
  readonly maxMilliseconds?: number
  /** The time in milliseconds, from any start. */
  readonly now?: () => number
  /** Called from time to time. The search ends if it returns false. */
  readonly onProgress?: (progress: CheckProgress) => boolean
  /** Searches for nothing: every question is open for this reason. */
  readonly unanswered?: Reason
}

/** The result of a gamebook check. */
export interface GamebookCheck {
  readonly diagnostics: readonly Diagnostic[]
  /** In the order of the file. Empty for a gamebook with errors. */
  readonly findings: readonly Finding[]
  /** Null for a gamebook with errors. */
  readonly explored: CheckExtent | null
  /** What was decided and what is open. Null for a gamebook with errors. */
  readonly summary: CheckSummary | null
  readonly gamebook: Gamebook | null
}

/** How far the check went and which endings it found. */
export interface CheckExtent {
  /** The explored states of all searches together. */
  readonly states: number
  readonly calls: number
  /** Whether every question has an answer. If not, something that was not found may still be possible. */
  readonly isWhole: boolean
  readonly endings: readonly EndingPath[]
}

export interface EndingPath {
  readonly nodeId: string
  readonly title: string
  readonly kind: EndingKind
  /** A path to the ending. Null if none was found. */
  readonly steps: readonly Step[] | null
  /** Whether no path has fewer calls. */
  readonly isShortest: boolean
  /** That it can be reached, or can't. */
  readonly status: ClaimStatus
}

/** Reads a gamebook and asks everything that can be asked about it. The same text gives the same findings. */
export function checkGamebook(source: string | Uint8Array, options: CheckOptions = {}): GamebookCheck {
  const { file = 'llm-gamebook.yaml', now = () => 0, unanswered, ...limits } = options
  const started = now()
  const { diagnostics, gamebook } = readGamebook(source, { file })
  if (gamebook === null) return { diagnostics, gamebook, findings: [], explored: null, summary: null }
  const locations = mapSource(source, gamebook)
  const expectations = readExpectations(gamebook, locations)
  const observers = [
    ...listExpectationObservers(expectations),
    ...listHiddenNodeObservers(gamebook),
    ...listHiddenGraphObservers(gamebook),
    ...listEarlyNameObservers(gamebook),
  ]
  const finders = [listStaticFindings, ...FINDINGS, findBrokenExpectations(expectations)]
  const ask = (answers: Answers) => ({
    findings: finders.flatMap((find) => find({ gamebook, file, locations, answers, diagnostics })),
    endings: listEndings(gamebook).map((ending) => ({ ...ending, ...findEnding(answers, ending.nodeId) })),
  })
  const rehearse = (answers: Answers): void => void ask(answers)
  const search = { ...limits, now, started, observers, ...(limits.onProgress && { rehearse }) }
  const answers = unanswered === undefined ? findAnswers(gamebook, search) : openAnswers(unanswered)
  const { findings, endings } = ask(answers)
  return {
    diagnostics,
    gamebook,
    findings: applyLevels(gamebook, findings).toSorted((a, b) => a.line - b.line || a.column - b.column),
    explored: extentOf(answers, endings),
    summary: summarize(gamebook, answers, now() - started),
  }
}

function findEnding(answers: Answers, nodeId: string): Pick<EndingPath, 'steps' | 'isShortest' | 'status'> {
  const event = events.ended(nodeId)
  const path = answers.pathTo(event)
  const possibility = answers.canHappen(event)
  return { steps: path?.steps ?? null, isShortest: path?.isShortest ?? false, status: statusOf(possibility) }
}

/** The one question about the whole story comes first: hard questions about details can take all the time. */
const FINDINGS: readonly FindFindings[] = [
  findSoftLocks,
  findUnreachedNodes,
  findUnusedEdges,
  findUnusedFunctions,
  findUnfiredTriggers,
  findNeverRevealed,
  findNeverVisible,
  findGuards,
  findTrivialChecks,
  findTriggerLoops,
  findExpressionFailures,
  findUndiscussedTopics,
  findUnseenDetails,
  findTriggersElsewhere,
  findViolatedInvariants,
  findUnmetGoals,
  findHiddenNodes,
  findFunctionsOfHiddenGraphs,
  findEarlyNames,
]

function statusOf(possibility: Possibility): ClaimStatus {
  switch (possibility.kind) {
    case 'proven':
      return { kind: 'proven' }
    case 'shown':
      return { kind: 'shown', calls: countCalls(possibility.steps) }
    case 'not-known':
      return { kind: 'not-known', reasons: possibility.reasons }
  }
}

function extentOf(answers: Answers, endings: readonly EndingPath[]): CheckExtent {
  const { states, calls, open } = answers.effort()
  return { states, calls, isWhole: open.length === 0, endings }
}

function summarize(gamebook: Gamebook, answers: Answers, milliseconds: number): CheckSummary {
  const { states, calls, questions, open } = answers.effort()
  return {
    states,
    calls,
    milliseconds,
    questions,
    decided: questions - open.length,
    open: open.map(({ about, reasons }) => ({ question: describeQuestion(gamebook, answers, about), reasons })),
  }
}

function describeQuestion(gamebook: Gamebook, answers: Answers, about: OpenQuestion['about']): string {
  switch (about.kind) {
    case 'event':
      return describeEvent(gamebook, about.event, (number) => quoteNumbered(answers, number))
    case 'soft-lock':
      return ALWAYS_ENDS
    case 'goal-lost':
      return describeAlways(gamebook, about.goal)
  }
}

function quoteNumbered({ conditions }: Answers, number: number): string {
  const condition = conditions[number]
  return condition === undefined ? String(number) : quoteCondition(condition)
}
