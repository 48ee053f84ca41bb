import type { Json } from '../json.ts'
import type { StoryState } from './storyState.ts'

/** The value written in play; undefined if there is none. Safe for ids such as `constructor`. */
export function storedValue(state: StoryState, entityId: string, field: string): Json | undefined {
  return own(storedFields(state, entityId), field)
}

/** The value written in play, else the start value. Play can also write null. */
export function currentValue<Start>(state: StoryState, entityId: string, field: string, start: Start): Json | Start {
  const stored = storedValue(state, entityId, field)
  return stored === undefined ? start : stored
}

/** All values that play has written to an entity. */
export function storedFields(state: Pick<StoryState, 'entities'>, entityId: string): StoryState['entities'][string] {
  return own(state.entities, entityId) ?? {}
}

/** The nodes entered in play, in the order of their first entry, without the start node. */
export function enteredNodes(state: StoryState, graphId: string): readonly string[] {
  return own(state.visited, graphId) ?? []
}

/** How often a node was entered; undefined unless it is counted and was entered more than once. */
export function storedVisits(state: StoryState, graphId: string, nodeId: string): number | undefined {
  return own(visitsOfGraph(state, graphId), nodeId)
}

/** The stored counts of a graph, by node. */
export function visitsOfGraph(state: StoryState, graphId: string): { readonly [nodeId: string]: number } {
  return own(state.visits ?? {}, graphId) ?? {}
}

/** The topics of a speaker that were asked, in the order of their first time. */
export function discussedTopics(state: StoryState, speakerId: string): readonly string[] {
  return own(state.discussed ?? {}, speakerId) ?? []
}

function own<Member>(record: { readonly [key: string]: Member }, key: string): Member | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
