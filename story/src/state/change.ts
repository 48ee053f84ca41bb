import type { Json } from '../json.ts'
import { createState } from './createState.ts'
import { discussedTopics, enteredNodes, storedFields, visitsOfGraph } from './stored.ts'
import { combineSums, type Sum } from './sum.ts'
import { keyOf, type UnknownPart } from './unknownPart.ts'
import { startState, type Ended, type OpenQuestion, type StoryState } from './storyState.ts'

/** The changes of a checked action, computed in advance, so applying them can't fail. */
export type StateChange = StateWrite | StateReset

export interface StateWrite {
  readonly kind: 'write'
  readonly fields: readonly FieldWrite[]
  /** A node that is entered; the first entry adds it to the graph's visited nodes. */
  readonly entered?: { readonly graphId: string; readonly nodeId: string }
  /** An addition to a number that the state doesn't hold. */
  readonly added?: { readonly entityId: string; readonly field: string; readonly sum: Sum }
  /**
   * How often a node was entered, with this entry; for graphs whose visits an expression counts. Null if the state
   * doesn't hold the count.
   */
  readonly counted?: { readonly graphId: string; readonly nodeId: string; readonly visits: number | null }
  /** Only the first ending counts. */
  readonly ended?: Ended
  /** A topic that was asked; its first time adds it to the speaker's topics. */
  readonly discussed?: { readonly entityId: string; readonly topicId: string }
  /** Replaces the open question; null closes it. */
  readonly expecting?: OpenQuestion | null
  /** Whether this turn has used its nudge. */
  readonly nudged?: boolean
}

/** Back to the start state, except for the dice and these values. */
export interface StateReset {
  readonly kind: 'reset'
  readonly kept: StoryState['entities']
}

export interface FieldWrite {
  readonly entityId: string
  readonly field: string
  readonly value: Json
  /** The sum went beyond a limit. */
  readonly clamped?: boolean
}

export const NO_CHANGE: StateWrite = { kind: 'write', fields: [] }

export function writeField(entityId: string, field: string, value: Json): StateWrite {
  return { kind: 'write', fields: [{ entityId, field, value }] }
}

/** Never fails: the same change on the same state gives exactly the same state. */
export function applyChange(state: StoryState, change: StateChange): StoryState {
  if (change.kind === 'reset') {
    state.unknown?.reader.noteReset(state)
    return { ...startState(state.rng.seed), entities: change.kept, rng: state.rng }
  }
  const { fields, entered, counted, ended, discussed, expecting = state.expecting, nudged = state.nudged } = change
  if (isEmpty(change)) return state
  return createState({
    ...state,
    entities: fields.length === 0 ? state.entities : fields.reduce(withField, state.entities),
    visited: entered === undefined ? state.visited : withVisit(state, entered),
    visits: counted === undefined ? state.visits : withCount(state, counted),
    ended: state.ended ?? ended,
    discussed: discussed === undefined ? state.discussed : withTopic(state, discussed),
    expecting: expecting ?? undefined,
    nudged: nudged === true ? true : undefined,
    unknown: state.unknown && withUnknown(state.unknown, change),
  })
}

/** Whether a change has nothing but its kind and its list of fields. */
function isEmpty(change: StateWrite): boolean {
  return change.fields.length === 0 && Object.keys(change).length === Object.keys(NO_CHANGE).length
}

function withField(entities: StoryState['entities'], { entityId, field, value }: FieldWrite): StoryState['entities'] {
  return { ...entities, [entityId]: { ...storedFields({ entities }, entityId), [field]: value } }
}

function withVisit(state: StoryState, { graphId, nodeId }: NonNullable<StateWrite['entered']>): StoryState['visited'] {
  const entered = enteredNodes(state, graphId)
  return entered.includes(nodeId) ? state.visited : { ...state.visited, [graphId]: [...entered, nodeId] }
}

/** One visit is not stored, because `visited` shows it. */
function withCount(state: StoryState, { graphId, nodeId, visits }: NonNullable<StateWrite['counted']>) {
  return visits === null || visits < 2
    ? state.visits
    : { ...state.visits, [graphId]: { ...visitsOfGraph(state, graphId), [nodeId]: visits } }
}

function withTopic(state: StoryState, { entityId, topicId }: NonNullable<StateWrite['discussed']>) {
  const topics = discussedTopics(state, entityId)
  return topics.includes(topicId) ? state.discussed : { ...state.discussed, [entityId]: [...topics, topicId] }
}

function withUnknown(unknown: UnknownPart, { added, counted }: StateWrite): UnknownPart {
  const { reader } = unknown
  let { sums, entries } = unknown
  if (added !== undefined) {
    const key = keyOf(added.entityId, added.field)
    const before = sums.get(key)
    sums = new Map(sums).set(key, before === undefined ? added.sum : combineSums(before, added.sum))
  }
  if (counted?.visits === null) {
    const key = keyOf(counted.graphId, counted.nodeId)
    entries = new Map(entries).set(key, (entries.get(key) ?? 0) + 1)
  }
  return { reader, sums, entries }
}
