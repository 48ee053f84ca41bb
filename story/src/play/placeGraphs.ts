import { movesGraph } from '../actions/findAction.ts'
import type { Entity, Gamebook, GamebookFunction } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { toSnake } from '../names/convertName.ts'

/**
 * The graphs that record where the player is. A gamebook doesn't mark them, but a map has no description of its own
 * and its function is named for walking (`go_to`). The other graphs are plots, times, people and things that change,
 * and their nodes are the author's secret.
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
  const maps = candidates.filter(({ id }) => walked.has(id))
  return maps.length > 0 ? maps : nameless
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

/** `transition` is the default name of such a function. */
const WALKS = new Set(
  (
    'transition go goto walk move travel enter visit head run step climb sail ride fly swim row wander proceed explore leave ' +
    'journey'
  ).split(' '),
)
