import type { Entity, TraitName } from '../gamebook/gamebook.ts'
import type { World } from '../state/world.ts'

export type PayloadKey = ItemKey | OtherKey

interface KeyOptions {
  /** A missing `entity_id` is the owner of the function or trigger. */
  readonly required: boolean
  /** A tool has the key as a parameter by itself, unless `args` fixes it; null where only the author gives it. */
  readonly choices: Choices | null
  /** How the built-in narrator asks for the value; null: in general words. */
  readonly question: string | null
}

interface OtherKey extends KeyOptions {
  readonly kind: Exclude<PayloadKind, 'item'>
}

interface ItemKey extends KeyOptions {
  readonly kind: 'item'
  readonly handling: ItemHandling
}

export interface Choices {
  /** The description of the tool's parameter. */
  readonly description: string
  /** The ids that may be tried on the entity of `entity_id`; the check of the action decides. */
  readonly list: (world: World, subject: Entity) => readonly string[]
}

/** What an action does with an item, as the player and the narrator name it. */
export interface ItemHandling {
  /** Where the item is before, as seen by the one who acts. */
  readonly from: 'elsewhere' | 'inventory'
  /** Whether the one who acts carries things for the player. */
  readonly isByPlayer: boolean
  /** False for what a player who has the item knows to be possible. */
  readonly isSuggested: boolean
  /** The line of a receipt: "You took the lamp". `holder` is null if it has no visible name. */
  readonly receipt: (item: string, holder: string | null) => string
  /** After "you": "put the lamp down". */
  readonly done: (item: string, receiver: Receiver | null) => string
  /** After "you could": "put down the lamp or the rope". `receivers` is empty if there are none. */
  readonly possible: (items: string, receivers: string) => string
}

export interface Receiver {
  readonly name: string
  /** Into or onto what is not a person: `in`, `on`. */
  readonly preposition: string | null
}

export type PayloadKind =
  /** Ids of entities; `node` is one of the graph. */
  | 'entity'
  | 'graph'
  | 'node'
  | 'clock'
  | 'item'
  | 'container'
  /** Names of fields of the entity. */
  | 'field'
  | 'number-field'
  | 'boolean-field'
  | 'list-field'
  /** What a field, or a list in a field, can hold. */
  | 'value'
  | 'element'
  | 'number'
  /** A whole number from 1 to 10080. */
  | 'minutes'
  /** A text or null. */
  | 'reason'
  /** `2d6` */
  | 'dice'
  /** A number or an expression, whose `=` may be left out. */
  | 'number-expression'
  | 'effects'

/** The trait that an entity needs to be what a payload names. */
export const traitByKind: ReadonlyMap<PayloadKind, TraitName> = new Map<PayloadKind, TraitName>([
  ['graph', 'graph'],
  ['node', 'graph_node'],
  ['clock', 'clock'],
  ['item', 'item'],
  ['container', 'container'],
])

/** A key that the author must give, if `options` say nothing else. */
export function key(kind: OtherKey['kind'], options: Partial<KeyOptions> = {}): OtherKey {
  return { required: true, choices: null, question: null, ...options, kind }
}

export function itemKey(handling: ItemHandling, choices: Choices, question: string): ItemKey {
  return { kind: 'item', required: true, choices, question, handling }
}

export function payloadOf(keys: Readonly<Record<string, PayloadKey>>): ReadonlyMap<string, PayloadKey> {
  return new Map(Object.entries(keys))
}
