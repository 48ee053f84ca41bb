import { playRandom, readGamebook } from '../../story/src/index.ts'
import { median } from '../lib/quantile.ts'
import { ruledGamebook } from './ruledGamebook.ts'

const ROUNDS = 9
const RUNS = 60

const { gamebook, diagnostics } = readGamebook(ruledGamebook(500, 1))
if (gamebook === null) throw new Error(`The gamebook is not valid: ${JSON.stringify(diagnostics.slice(0, 3))}`)
const callsPerSecond = median(Array.from({ length: ROUNDS }, (_, round) => play(1 + round * RUNS)))
console.log(JSON.stringify({ callsPerSecond }))

function play(seed: number): number {
  if (gamebook === null) return NaN
  const start = performance.now()
  const { steps } = playRandom(gamebook, { seed, runs: RUNS })
  return (steps / (performance.now() - start)) * 1000
}
