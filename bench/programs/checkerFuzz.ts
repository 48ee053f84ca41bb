import { parseArgs } from 'node:util'

import { fuzzBook } from '../../story/src/analysis/fuzz/fuzzBook.ts'
import { generateBook } from '../../story/src/analysis/fuzz/generate/generateBook.ts'
import { minimizeBook } from '../../story/src/analysis/fuzz/minimize.ts'
import { DEFAULT_LIMITS, runFuzz, type RefutedBook } from '../../story/src/analysis/fuzz/runFuzz.ts'

/*
 * node bench/programs/checkerFuzz.ts --seed 1 --books 1000 [--seconds 60] [--minimize] [--first]
 * Prints refuted claims to stderr as they are found, then the counts as JSON. `--first` stops at the first one,
 * `--seconds` after so much processor time.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    books: { type: 'string', default: '100' },
    seconds: { type: 'string', default: 'Infinity' },
    minimize: { type: 'boolean', default: false },
    first: { type: 'boolean', default: false },
  },
})

let known = 0
const { refuted, ...run } = runFuzz({
  firstSeed: Number(values.seed),
  books: Number(values.books),
  onBook(now) {
    for (const claim of now.refuted.slice(known)) print(claim)
    known = now.refuted.length
    return (known === 0 || !values.first) && secondsUsed() < Number(values.seconds)
  },
})
console.log(JSON.stringify({ ...run, refuted: refuted.length, kinds: [...new Set(refuted.map(({ kind }) => kind))] }))

function secondsUsed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000_000
}

function print({ seed, kind, claim, why }: RefutedBook): void {
  console.error(`seed ${seed}: ${kind}: ${claim}\n  ${why}`)
  if (values.minimize) console.error(smallest(seed, kind))
}

function smallest(seed: number, kind: string): string {
  const isFaulty = (source: string): boolean =>
    fuzzBook(source, DEFAULT_LIMITS)?.tally.refuted.some((refuted) => refuted.kind === kind) === true
  return minimizeBook(generateBook(seed), isFaulty)
}
