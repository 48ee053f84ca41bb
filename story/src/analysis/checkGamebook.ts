import type { Diagnostic } from '../format/diagnostics/diagnostic.ts'
import type { EndingKind, Gamebook } from '../gamebook/gamebook.ts'
import { listEndings } from '../play/listEndings.ts'
import { readGamebook } from '../format/readGamebook.ts'
import { explore, type Exploration } from './explore/explore.ts'
import type { Step } from './explore/step.ts'
import type { Finding } from './finding.ts'
import { findBrokenExpectations, readExpectations, watchesFor } from './findings/expectations.ts'
import type { FindFindings } from './findings/findingContext.ts'
import { findGuards } from './findings/guards.ts'
import { findTrivialChecks, findExpressionFailures, findTriggerLoops } from './findings/runtime.ts'
import {
  findNeverRevealed,
  findUnusedFunctions,
  findUnfiredTriggers,
  findUnreachedNodes,
  findUnusedEdges,
} from './findings/reachability.ts'
import { findSoftLocks } from './findings/softLocks.ts'
import { findUnreadFields } from './findings/unreadFields.ts'
import { mapSource } from './sourceMap.ts'

export interface CheckOptions {
  readonly file?: string
  /** How many states are looked at, at most. */
  readonly maxStates?: number
  /** Told now and then how many states were found; false ends the search. */
  readonly onProgress?: (states: number) => boolean
}

/** All that can be said of a gamebook before anybody plays it. */
export interface GamebookCheck {
  readonly diagnostics: readonly Diagnostic[]
  /** In the order of the file; none for a gamebook with errors. */
  readonly findings: readonly Finding[]
  /** Null for a gamebook with errors. */
  readonly explored: CheckExtent | null
  readonly gamebook: Gamebook | null
}

/** How far the search went, and what was found on the way. */
export interface CheckExtent {
  readonly states: number
  readonly calls: number
  /** How many parts of the gamebook could be looked at alone. */
  readonly slices: number
  /** False where the bound was hit: then what was not seen is not proven. */
  readonly isWhole: boolean
  /** What play can change and no rule asks: left out of the states. */
  readonly leftOut: readonly string[]
  /** Numbers that were told apart only as far as rules do. */
  readonly bounded: readonly string[]
  /** Functions for whose parameters only some values were tried. */
  readonly sampled: readonly string[]
  readonly endings: readonly EndingPath[]
}

export interface EndingPath {
  readonly nodeId: string
  readonly title: string
  readonly kind: EndingKind
  /** The shortest way there; null where none was found. */
  readonly steps: readonly Step[] | null
}

export const DEFAULT_MAX_STATES = 300_000

/** Reads a gamebook, then looks at all that can happen in it. Pure: the same text gives the same findings. */
export function checkGamebook(source: string | Uint8Array, options: CheckOptions = {}): GamebookCheck {
  const { file = 'llm-gamebook.yaml', maxStates = DEFAULT_MAX_STATES, ...search } = options
  const { diagnostics, gamebook } = readGamebook(source, { file })
  if (gamebook === null) return { diagnostics, gamebook, findings: [], explored: null }
  const places = mapSource(source, gamebook)
  const expectations = readExpectations(gamebook, places)
  const exploration = explore(gamebook, { maxStates, watched: watchesFor(gamebook, expectations), ...search })
  const context = { gamebook, file, places, exploration, diagnostics }
  const findings = [...FINDINGS, findBrokenExpectations(expectations)].flatMap((find) => find(context))
  return {
    diagnostics,
    gamebook,
    findings: findings.toSorted((a, b) => a.line - b.line || a.column - b.column),
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
]

function extentOf(
  gamebook: Gamebook,
  { states, calls, slices, isWhole, slicing, sampled, coverage }: Exploration,
): CheckExtent {
  return {
    states,
    calls,
    slices: slices.length,
    isWhole,
    leftOut: slicing.unasked,
    bounded: slicing.bounded,
    sampled: [...sampled],
    endings: listEndings(gamebook).map((ending) => ({
      ...ending,
      steps: coverage.endings.get(ending.nodeId)?.() ?? null,
    })),
  }
}
