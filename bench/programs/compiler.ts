import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { checkGamebook, playRandom, readGamebook } from '../../story/src/index.ts'
import { median } from '../lib/quantile.ts'
import { largeGamebook } from './largeGamebook.ts'

const [folder = ''] = process.argv.slice(2)
const large = largeGamebook(500)
const firstCheckMs = timed(() => checkGamebook(large))
const checkMs = median(Array.from({ length: 5 }, () => timed(() => checkGamebook(large))))

const shipped = readdirSync(folder).map((name) => {
  const source = readFileSync(join(folder, name, 'llm-gamebook.yaml'))
  const start = performance.now()
  const { explored } = checkGamebook(source)
  const { gamebook } = readGamebook(source)
  if (explored === null || gamebook === null) throw new Error(`${name} has errors.`)
  return { name, gamebook, states: explored.states, calls: explored.calls, ms: performance.now() - start }
})
const largest = shipped.reduce((one, other) => (one.states > other.states ? one : other))

playRandom(largest.gamebook, { seed: 1, runs: 500 })
const playStart = performance.now()
const { steps } = playRandom(largest.gamebook, { seed: 1, runs: 2000 })
const playMs = performance.now() - playStart

console.log(
  JSON.stringify({
    checkMs,
    firstCheckMs,
    statesPerSecond: (largest.states / largest.ms) * 1000,
    slowestCheckMs: Math.max(...shipped.map(({ ms }) => ms)),
    turnsPerSecond: (steps / playMs) * 1000,
  }),
)

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
