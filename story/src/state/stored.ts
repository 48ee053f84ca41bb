import type { Json } from '../json.ts'
import type { StoryState } from './storyState.ts'

/** What was written into a field in play; undefined where nothing was. Safe for ids such as `constructor`. */
export function storedValue(state: StoryState, entityId: string, field: string): Json | undefined {
  return own(storedFields(state, entityId), field)
}

/** What was written into a field in play, else its start value. Null is a value that can be written. */
export function currentValue<Start>(state: StoryState, entityId: string, field: string, start: Start): Json | Start {
  const stored = storedValue(state, entityId, field)
  return stored === undefined ? start : stored
}

/** All that was written into an entity in play. */
export function storedFields(state: Pick<StoryState, 'entities'>, entityId: string): StoryState['entities'][string] {
  return own(state.entities, entityId) ?? {}
}

/** The nodes that were entered in play, by first entry; the start is not among them. */
export function enteredNodes(state: StoryState, graphId: string): readonly string[] {
  return own(state.visited, graphId) ?? []
}

function own<Member>(record: { readonly [key: string]: Member }, key: string): Member | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
