import type { Gamebook } from '../../gamebook/gamebook.ts'
import { listEndings } from '../../play/listEndings.ts'
import { listRules } from '../rules/rule.ts'
import { Coverage } from './coverage.ts'
import { playRun, type RandomFailure } from './playRun.ts'

export interface RandomPlayOptions {
  /** The seed of the first run; each run has the next one. */
  readonly seed: number
  readonly runs: number
  /** A run stops after this many calls. */
  readonly maxSteps?: number
  /** Called after each run with the number of runs. Play ends if it returns false. */
  readonly onRun?: (runs: number) => boolean
}

/** The result of many random plays. */
export interface RandomPlays {
  readonly runs: number
  readonly steps: number
  /** How often each ending was reached, by the id of its node, or a colon and the reason. */
  readonly endings: ReadonlyMap<string, number>
  /** The number of runs that had not ended after `maxSteps` calls. */
  readonly unfinished: number
  readonly coverage: RandomCoverage
  /** The first run that failed. */
  readonly failure: RandomFailure | null
}

/** The nodes, edges, functions and triggers that play has covered, named as in `Coverage`. */
export interface RandomCoverage {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
  readonly functions: ReadonlySet<string>
  readonly triggers: ReadonlySet<string>
  /** The goals that were met, by their position in the gamebook. */
  readonly goals: ReadonlySet<number>
}

export const DEFAULT_MAX_STEPS = 400

/** Plays at random and prefers the calls least counts in the run. The same seed gives the same calls. */
export function playRandom(
  gamebook: Gamebook,
  { seed, runs, maxSteps = DEFAULT_MAX_STEPS, onRun }: RandomPlayOptions,
): RandomPlays {
  const coverage = new Coverage(gamebook)
  const endings = new Map<string, number>()
  const mustEnd = hasEndings(gamebook)
  let [done, steps, unfinished] = [0, 0, 0]
  let failure: RandomFailure | null = null
  while (done < runs) {
    const run = playRun(gamebook, { seed: (seed + done) >>> 0, maxSteps, mustEnd, coverage })
    done += 1
    steps += run.steps.length
    failure ??= run.failure
    if (run.ended !== null) endings.set(run.ended, (endings.get(run.ended) ?? 0) + 1)
    else if (run.steps.length >= maxSteps) unfinished += 1
    if (onRun?.(done) === false) break
  }
  return { runs: done, steps, endings, unfinished, coverage, failure }
}

/** Whether a gamebook has an ending. If it has, a run without any offered function is a failure. */
function hasEndings(gamebook: Gamebook): boolean {
  return listEndings(gamebook).length > 0 || listRules(gamebook).some(({ ends }) => ends)
}
