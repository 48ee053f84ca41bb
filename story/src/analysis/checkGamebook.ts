import type { Diagnostic } from '../format/diagnostics/diagnostic.ts'
import type { EndingKind, Gamebook } from '../gamebook/gamebook.ts'
import { listEndings } from '../play/listEndings.ts'
import { readGamebook } from '../format/readGamebook.ts'
import { explore, type Exploration } from './explore/explore.ts'
import type { Step } from './explore/step.ts'
import type { Finding } from './finding.ts'
import { applyLevels } from './findings/applyLevels.ts'
import { findBrokenExpectations, readExpectations, watchesFor } from './findings/expectations.ts'
import type { FindFindings } from './findings/findingContext.ts'
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
import { findMissingReasons, findMissingNarrations } from './findings/missingNarrations.ts'
import { findUndiscussedTopics, findUnseenDetails } from './findings/conversations.ts'
import { findTriggersElsewhere } from './findings/triggersElsewhere.ts'
import { findSoftLocks } from './findings/softLocks.ts'
import { findUnreadFields } from './findings/unreadFields.ts'
import { mapSource } from './sourceMap.ts'

export interface CheckOptions {
  readonly file?: string
  /** The search stops after this many states. */
  readonly maxStates?: number
  /** Called from time to time with the number of states found. The search ends if it returns false. */
  readonly onProgress?: (states: number) => boolean
}

/** The result of a gamebook check. */
export interface GamebookCheck {
  readonly diagnostics: readonly Diagnostic[]
  /** In the order of the file. Empty for a gamebook with errors. */
  readonly findings: readonly Finding[]
  /** Null for a gamebook with errors. */
  readonly explored: CheckExtent | null
  readonly gamebook: Gamebook | null
}

/** How far the search went and which endings it found. */
export interface CheckExtent {
  readonly states: number
  readonly calls: number
  /** How many independent parts the gamebook has. */
  readonly slices: number
  /** Whether the search was complete. If not, something that was not found may still be possible. */
  readonly isWhole: boolean
  /** Fields that play can change and no rule reads. They are left out of the states. */
  readonly leftOut: readonly string[]
  /** Numbers whose values beyond the bounds of the rules were merged. */
  readonly bounded: readonly string[]
  /** Functions whose parameters were tried with some of their values only. */
  readonly sampled: readonly string[]
  readonly endings: readonly EndingPath[]
}

export interface EndingPath {
  readonly nodeId: string
  readonly title: string
  readonly kind: EndingKind
  /** The shortest path to the ending. Null if none was found. */
  readonly steps: readonly Step[] | null
}

export const DEFAULT_MAX_STATES = 300_000

/** Reads a gamebook and explores everything that can happen in it. The same text gives the same findings. */
export function checkGamebook(source: string | Uint8Array, options: CheckOptions = {}): GamebookCheck {
  const { file = 'llm-gamebook.yaml', maxStates = DEFAULT_MAX_STATES, ...search } = options
  const { diagnostics, gamebook } = readGamebook(source, { file })
  if (gamebook === null) return { diagnostics, gamebook, findings: [], explored: null }
  const locations = mapSource(source, gamebook)
  const expectations = readExpectations(gamebook, locations)
  const exploration = explore(gamebook, { maxStates, watched: watchesFor(gamebook, expectations), ...search })
  const context = { gamebook, file, locations, exploration, diagnostics }
  const findings = [...FINDINGS, findBrokenExpectations(expectations)].flatMap((find) => find(context))
  return {
    diagnostics,
    gamebook,
    findings: applyLevels(gamebook, findings).toSorted((a, b) => a.line - b.line || a.column - b.column),
    explored: extentOf(gamebook, exploration),
  }
}

const FINDINGS: readonly FindFindings[] = [
  findUnreachedNodes,
  findUnusedEdges,
  findUnusedFunctions,
  findUnfiredTriggers,
  findNeverRevealed,
  findGuards,
  findTrivialChecks,
  findTriggerLoops,
  findExpressionFailures,
  findSoftLocks,
  findUnreadFields,
  findMissingNarrations,
  findMissingReasons,
  findUndiscussedTopics,
  findUnseenDetails,
  findTriggersElsewhere,
  findViolatedInvariants,
  findUnmetGoals,
]

function extentOf(
  gamebook: Gamebook,
  { states, calls, slices, isComplete: isWhole, slicing, sampled, coverage }: Exploration,
): CheckExtent {
  return {
    states,
    calls,
    slices: slices.length,
    isWhole,
    leftOut: slicing.unread,
    bounded: slicing.bounded,
    sampled: [...sampled],
    endings: listEndings(gamebook).map((ending) => ({
      ...ending,
      steps: coverage.endings.get(ending.nodeId)?.() ?? null,
    })),
  }
}
