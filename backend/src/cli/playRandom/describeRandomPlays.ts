import {
  formatCount,
  formatStepLine,
  type Gamebook,
  listSteps,
  type RandomFailure,
  type RandomPlays,
  toLine,
} from '@llm-gamebook/story'

import { countEndings, measureCoverage } from './measureCoverage.ts'

const MAX_MISSING = 8

/** Formats the result of random plays for a terminal. */
export function describeRandomPlays(gamebook: Gamebook, plays: RandomPlays, seconds: number): string {
  const { runs, steps, unfinished, failure } = plays
  const rate = Math.round(steps / seconds)
  const lines = [
    `${formatCount(runs, 'run')}, ${formatCount(steps, 'call')}, ${seconds.toFixed(1)} s (${formatCount(rate, 'call')} per second).`,
    ...measureCoverage(gamebook, plays).map(({ what, seen, all, missing }) => {
      const rest = missing.length > MAX_MISSING ? ' …' : ''
      const listed = missing.length === 0 ? '' : `; missing: ${toLine(missing.slice(0, MAX_MISSING).join(', '))}${rest}`
      return `  ${what.padEnd(9)} ${seen} of ${all}${listed}`
    }),
    ...countEndings(gamebook, plays).map(({ title, times }) => `  ${String(times).padStart(7)} × ${toLine(title)}`),
    ...(unfinished > 0 ? [`  ${String(unfinished).padStart(7)} × stopped before an ending (--max-steps)`] : []),
    ...(failure === null ? ['No run failed.'] : describeFailure(failure)),
  ]
  return `${lines.join('\n')}\n`
}

function describeFailure({ seed, kind, message, steps }: RandomFailure): readonly string[] {
  return [
    `Run with seed ${seed} failed (${kind}): ${toLine(message)}`,
    ...listSteps(steps).map((line) => `  ${toLine(formatStepLine(line))}`),
    `Reproduce with: --seed ${seed} --runs 1`,
  ]
}

export function toJson(gamebook: Gamebook, plays: RandomPlays) {
  const { runs, steps, unfinished, failure } = plays
  const [coverage, endings] = [measureCoverage(gamebook, plays), countEndings(gamebook, plays)]
  return { runs, steps, unfinished, coverage, endings, failure }
}
