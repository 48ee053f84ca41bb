import type { Json } from '../json.ts'
import { enteredNodes, storedFields } from './stored.ts'
import { startState, type Ended, type StoryState } from './storyState.ts'

/** The changes of a checked action, computed in advance, so applying them can't fail. */
export type StateChange = StateWrite | { readonly kind: 'reset' }

export interface StateWrite {
  readonly kind: 'write'
  readonly fields: readonly FieldWrite[]
  /** A node that is entered; the first entry adds it to the graph's visited nodes. */
  readonly entered?: { readonly graphId: string; readonly nodeId: string }
  /** Only the first ending counts. */
  readonly ended?: Ended
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
  if (change.kind === 'reset') return { ...startState(state.rng.seed), rng: state.rng }
  const { fields, entered, ended } = change
  if (fields.length === 0 && entered === undefined && ended === undefined) return state
  return {
    ...state,
    entities: fields.length === 0 ? state.entities : fields.reduce(withField, state.entities),
    visited: entered === undefined ? state.visited : withVisit(state, entered),
    ...(ended !== undefined && state.ended === undefined && { ended }),
  }
}

function withField(entities: StoryState['entities'], { entityId, field, value }: FieldWrite): StoryState['entities'] {
  return { ...entities, [entityId]: { ...storedFields({ entities }, entityId), [field]: value } }
}

function withVisit(state: StoryState, { graphId, nodeId }: NonNullable<StateWrite['entered']>): StoryState['visited'] {
  const entered = enteredNodes(state, graphId)
  return entered.includes(nodeId) ? state.visited : { ...state.visited, [graphId]: [...entered, nodeId] }
}
