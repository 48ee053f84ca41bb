import { buildSystemText, buildTools, buildTurnText, readGamebook, startState, worldOf } from '../../story/src/index.ts'
import { median } from '../lib/quantile.ts'
import { largeGamebook } from './largeGamebook.ts'

const LOADS = 20
const LARGE_LOADS = 5
const TURNS = 200

const text = largeGamebook(500)
/** Together with the house, as many entities as a gamebook can have. */
const largeText = largeGamebook(4999)
const firstLoadMs = timed(() => load(text))
const loadMs = median(Array.from({ length: LOADS }, () => timed(() => load(text))))
const largeLoadMs = median(Array.from({ length: LARGE_LOADS }, () => timed(() => load(largeText))))
const gamebook = load(text)
const world = worldOf(gamebook, startState(1))
const turnMs = median(Array.from({ length: TURNS }, () => timed(buildTurn)))
console.log(JSON.stringify({ loadMs, firstLoadMs, largeLoadMs, turnMs }))

function load(text: string) {
  const { gamebook, diagnostics } = readGamebook(text)
  if (!gamebook) throw new Error(`The gamebook is not valid: ${JSON.stringify(diagnostics.slice(0, 3))}`)
  return gamebook
}

function buildTurn(): void {
  const refuse = () => undefined
  buildSystemText(gamebook)
  buildTurnText(world, refuse)
  buildTools(world, refuse)
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
