import {
  buildSystemText,
  buildTools,
  buildTurnText,
  DEFAULT_NARRATION,
  listSuggestions,
  readGamebook,
  startState,
  worldOf,
  type World,
} from '../../story/src/index.ts'
import { median } from '../lib/quantile.ts'
import { largeGamebook } from './largeGamebook.ts'

const LOADS = 20
const LARGE_LOADS = 5
const TURNS = 200
/** For a context window of 32,768 tokens. */
const LIMIT = { worldBytes: 30_000 }

const text = largeGamebook(500)
/** Together with the house, as many entities as a gamebook can have. */
const largeText = largeGamebook(4999)
const firstLoadMs = timed(() => load(text))
const loadMs = median(Array.from({ length: LOADS }, () => timed(() => load(text))))
const largeLoadMs = median(Array.from({ length: LARGE_LOADS }, () => timed(() => load(largeText))))
const world = worldOf(load(text), startState(1))
const turnMs = median(Array.from({ length: TURNS }, () => timed(() => buildTurn(world))))
const largeWorld = worldOf(load(largeText), startState(1))
const firstLargeTurnMs = timed(() => buildTurn(largeWorld))
const largeTurnMs = median(Array.from({ length: TURNS }, () => timed(() => buildTurn(largeWorld))))
const suggestionsMs = median(Array.from({ length: TURNS }, () => timed(() => listSuggestions(world, () => undefined))))
console.log(JSON.stringify({ loadMs, firstLoadMs, largeLoadMs, turnMs, firstLargeTurnMs, largeTurnMs, suggestionsMs }))

function load(text: string) {
  const { gamebook, diagnostics } = readGamebook(text)
  if (!gamebook) throw new Error(`The gamebook is not valid: ${JSON.stringify(diagnostics.slice(0, 3))}`)
  return gamebook
}

function buildTurn(world: World): void {
  const refuse = () => undefined
  buildSystemText(world.gamebook, DEFAULT_NARRATION, LIMIT)
  buildTurnText(world, refuse, [], LIMIT)
  buildTools(world, refuse)
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
