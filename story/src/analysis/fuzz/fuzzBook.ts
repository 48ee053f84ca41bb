import type { Gamebook } from '../../gamebook/gamebook.ts'
import { readGamebook } from '../../format/readGamebook.ts'
import { findAnswers, type TracedGamebook } from '../answers/findAnswers.ts'
import { checkGamebook } from '../checkGamebook.ts'
import { tracePrograms } from '../programs/tracePrograms.ts'
import { findValueSets } from '../values/findValueSets.ts'
import { compareAnswers } from './compare/claimsOfAnswers.ts'
import { compareCheck } from './compare/claimsOfCheck.ts'
import { ConeSearches } from './compare/coneSearches.ts'
import { compareCones } from './compare/claimsOfCone.ts'
import { compareGuided } from './compare/claimsOfGuided.ts'
import { compareProjections } from './compare/claimsOfProjection.ts'
import { compareReplays } from './compare/claimsOfReplay.ts'
import { compareSymbolic } from './compare/claimsOfSymbolic.ts'
import { compareValues } from './compare/claimsOfValues.ts'
import { compareWalkthrough } from './compare/claimsOfWalkthrough.ts'
import { Tally } from './compare/tally.ts'
import { bruteForce, type BruteForceLimits, type Truth } from './truth/bruteForce.ts'
import { playAtRandom } from './truth/playAtRandom.ts'

export interface FuzzedBook {
  readonly truth: Truth
  readonly tally: Tally
}

/** Compares all claims about a gamebook with what is true. Null for a gamebook with errors. */
export function fuzzBook(source: string, limits: BruteForceLimits): FuzzedBook | null {
  const { gamebook } = readGamebook(source)
  if (gamebook === null) return null
  const truth = bruteForce(gamebook, source, limits)
  const tally = new Tally()
  const truths = truth.isWhole ? [truth] : [truth, playAtRandom(gamebook, source, RANDOM)]
  try {
    const programs = tracePrograms(gamebook)
    const traced = { programs, sets: findValueSets(programs, { maxLeaves: MAX_LEAVES }) }
    compareParts(traced, truths, tally)
    for (const maxStates of [MAX_CHECKED_STATES, FEW_STATES]) {
      const answers = findAnswers(gamebook, { maxStates, traced })
      for (const known of truths) compareAnswers(gamebook, answers, known, tally)
    }
    const nodeId = chooseNode(gamebook, truth)
    const maxStates = truth.calls % 2 === 0 ? MAX_CHECKED_STATES : FEW_STATES
    if (nodeId !== undefined) compareWalkthrough(gamebook, nodeId, { maxStates, traced }, truths, tally)
    const check = checkGamebook(source, { maxStates: MAX_CHECKED_STATES, maxLeaves: MAX_LEAVES })
    for (const known of truths) compareCheck(source, gamebook, check, known, tally)
    compareReplays(gamebook, check.findings, tally)
  } catch (error) {
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error))
    tally.add(`thrown ${message.replaceAll(/\d+/g, '#').slice(0, 60)}`, 'the checker comes to an end', stack)
  }
  return { truth, tally }
}

/** What answers are made of. */
function compareParts({ programs, sets }: TracedGamebook, truths: readonly Truth[], tally: Tally): void {
  for (const truth of truths) {
    compareValues(programs, sets, truth, tally)
    compareCones(programs, sets, truth, tally)
  }
  compareProvers(new ConeSearches(programs, sets), truths, tally)
}

/** The provers that decide what is too large to explore. */
function compareProvers(searches: ConeSearches, truths: readonly Truth[], tally: Tally): void {
  const [{ calls: turn } = { calls: 0 }] = truths
  compareSymbolic(searches, truths, tally)
  compareProjections(searches, truths, turn, tally)
  compareGuided(searches, truths, turn, tally)
}

/** One node of the gamebook, which varies from book to book. */
function chooseNode(gamebook: Gamebook, { calls }: Truth): string | undefined {
  const nodes = [...gamebook.entities.values()].filter(({ graphNode }) => graphNode !== undefined)
  return nodes[calls % nodes.length]?.id
}

/** Longer plays than those that brute force sees of a large book. */
const RANDOM = { seed: 1, plays: 5, maxCalls: 60 }

/** The states of one search of the checker. */
const MAX_CHECKED_STATES = 5_000
/** The outcomes of one rule: a book with more would take as long as a hundred others. */
const MAX_LEAVES = 4_000
/** So few that the searches of most books are cut. */
const FEW_STATES = 30
