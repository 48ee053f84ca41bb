import type { Json } from '../json.ts'
import { enteredNodes, storedFields } from './stored.ts'
import { startState, type Ended, type StoryState } from './storyState.ts'

/** What a checked action does to the state, worked out beforehand so that doing it cannot fail. */
export type StateChange = StateWrite | { readonly kind: 'reset' }

export interface StateWrite {
  readonly kind: 'write'
  readonly fields: readonly FieldWrite[]
  /** A node that is entered for the first time, of a graph that may list it as visited. */
  readonly entered?: { readonly graphId: string; readonly nodeId: string }
  /** The first ending counts: a later one changes nothing. */
  readonly ended?: Ended
}

export interface FieldWrite {
  readonly entityId: string
  readonly field: string
  readonly value: Json
  /** What was added went beyond a bound. */
  readonly clamped?: boolean
}

export const NO_CHANGE: StateWrite = { kind: 'write', fields: [] }

export function writeField(entityId: string, field: string, value: Json): StateWrite {
  return { kind: 'write', fields: [{ entityId, field, value }] }
}

/** Total and pure: the same change on the same state gives the same state, to the byte. */
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
