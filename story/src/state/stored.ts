import type { Json } from '../json.ts'
import type { StoryState } from './storyState.ts'
import { addTo } from './sum.ts'
import { keyOf, type UnknownPart } from './unknownPart.ts'

/** The value written in play; undefined if there is none. Safe for ids such as `constructor`. */
export function storedValue(state: StoryState, entityId: string, field: string): Json | undefined {
  const written = own(storedFields(state, entityId), field)
  if (written !== undefined || state.unknown === undefined) return written
  return readUnknown(state.unknown, entityId, field)
}

/** The value written in play, else the start value. Play can also write null. */
export function currentValue<Start>(state: StoryState, entityId: string, field: string, start: Start): Json | Start {
  const stored = storedValue(state, entityId, field)
  return stored === undefined ? start : stored
}

/** The current value, to calculate with it or to change it. */
export function exactValue<Start>(state: StoryState, entityId: string, field: string, start: Start): Json | Start {
  const written = own(storedFields(state, entityId), field)
  const isKnown = written !== undefined || state.unknown === undefined
  const stored = isKnown ? written : readExactly(state.unknown, entityId, field)
  return stored === undefined ? start : stored
}

/** Whether the current value is this one, which is not a list. */
export function hasValue(state: StoryState, entityId: string, field: string, start: Json, value: Json): boolean {
  const written = own(storedFields(state, entityId), field)
  if (written !== undefined) return written === value
  if (state.unknown === undefined) return start === value
  const { reader, sums } = state.unknown
  if (sums.has(keyOf(entityId, field))) return readUnknown(state.unknown, entityId, field) === value
  return reader.hasValue(entityId, field, value)
}

/** Whether a field's value can only be had from the reader of a state. */
export function isUnknown(state: StoryState, entityId: string, field: string): boolean {
  return state.unknown !== undefined && own(storedFields(state, entityId), field) === undefined
}

/** All values that play has written to an entity. */
export function storedFields(state: Pick<StoryState, 'entities'>, entityId: string): StoryState['entities'][string] {
  return own(state.entities, entityId) ?? {}
}

/** The nodes entered in play, in the order of their first entry, without the start node. */
export function enteredNodes(state: StoryState, graphId: string): readonly string[] {
  return own(state.visited, graphId) ?? []
}

/** Whether a node was entered in play; false for a start node. */
export function wasEntered(state: StoryState, graphId: string, nodeId: string): boolean {
  return enteredNodes(state, graphId).includes(nodeId) || state.unknown?.reader.wasEntered(graphId, nodeId) === true
}

/** How often a node was entered; undefined unless it is counted and was entered more than once. */
export function storedVisits(state: StoryState, graphId: string, nodeId: string): number | undefined {
  const stored = own(visitsOfGraph(state, graphId), nodeId)
  if (stored !== undefined || state.unknown === undefined) return stored
  const entries = state.unknown.entries.get(keyOf(graphId, nodeId)) ?? 0
  return state.unknown.reader.countVisits(graphId, nodeId, entries)
}

/** The stored counts of a graph, by node. */
export function visitsOfGraph(state: StoryState, graphId: string): { readonly [nodeId: string]: number } {
  return own(state.visits ?? {}, graphId) ?? {}
}

/** The topics of a speaker that were asked, in the order of their first time. */
export function discussedTopics(state: StoryState, speakerId: string): readonly string[] {
  return own(state.discussed ?? {}, speakerId) ?? []
}

/** Whether a topic of a speaker was asked. */
export function wasDiscussed(state: StoryState, speakerId: string, topicId: string): boolean {
  return (
    discussedTopics(state, speakerId).includes(topicId) ||
    state.unknown?.reader.wasDiscussed(speakerId, topicId) === true
  )
}

function readUnknown({ reader, sums }: UnknownPart, entityId: string, field: string): Json | undefined {
  return reader.readField(entityId, field, sums.get(keyOf(entityId, field)))
}

function readExactly({ reader, sums }: UnknownPart, entityId: string, field: string): Json | undefined {
  const sum = sums.get(keyOf(entityId, field))
  const value = reader.readExactly(entityId, field)
  return sum !== undefined && typeof value === 'number' ? addTo(value, sum) : value
}

function own<Member>(record: { readonly [key: string]: Member }, key: string): Member | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
