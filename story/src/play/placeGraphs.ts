import { movesGraph } from '../actions/findAction.ts'
import type { Entity, Gamebook, GamebookFunction } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { toSnake } from '../names/convertName.ts'

/**
 * The graphs that say where the player is. A gamebook does not name them, but a graph of places is not described
 * itself, and its function is called for walking (`go_to`); the others are arcs of the plot, hours, people and things
 * that change, whose steps are the author's secret.
 */
export function placeGraphs(gamebook: Gamebook): readonly Entity[] {
  const known = knownGraphs.get(gamebook)
  if (known !== undefined) return known
  const found = findPlaceGraphs(indexOf(gamebook).graphs, gamebook.functions)
  knownGraphs.set(gamebook, found)
  return found
}

const knownGraphs = new WeakMap<Gamebook, readonly Entity[]>()

function findPlaceGraphs(graphs: readonly Entity[], functions: readonly GamebookFunction[]): readonly Entity[] {
  const walked = new Set(functions.filter(isForWalking).map(movedBy))
  const nameless = graphs.filter(({ described }) => described === undefined)
  const candidates = nameless.length > 0 ? nameless : graphs
  const walkedOnes = candidates.filter(({ id }) => walked.has(id))
  return walkedOnes.length > 0 ? walkedOnes : nameless
}

function isForWalking({ name, mainAction }: GamebookFunction): boolean {
  if (mainAction === null || !movesGraph(mainAction.action) || mainAction.args.has('to')) return false
  return WALKS.has(firstWord(name))
}

function movedBy({ mainAction }: GamebookFunction): unknown {
  return mainAction?.args.get('entity_id')
}

function firstWord(name: string): string {
  return toSnake(name).split('_', 1)[0] ?? ''
}

/** `transition` is what such a function is called where its author gives no name. */
const WALKS = new Set(
  (
    'transition go goto walk move travel enter visit head run step climb sail ride fly swim row wander proceed explore leave ' +
    'journey'
  ).split(' '),
)
