import type { Entity, TraitName } from '../gamebook/gamebook.ts'
import type { World } from '../state/world.ts'

export type PayloadKey = ItemKey | OtherKey

interface KeyOptions {
  /** An `entity_id` that is missing defaults to the owner of the function or trigger. */
  readonly required: boolean
  /** Makes the key a parameter of the tool unless `args` fixes it; null if only the author sets the key. */
  readonly choices: Choices | null
  /** The built-in narrator's question for the value; null for a general question. */
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
  /** The ids to try on the entity of `entity_id`; the check of the action decides which are allowed. */
  readonly list: (world: World, subject: Entity) => readonly string[]
}

/** How the player and the narrator describe what an action does with an item. */
export interface ItemHandling {
  /** Where the acting container finds the item. */
  readonly from: 'elsewhere' | 'inventory'
  /** Whether the acting container is the player's inventory. */
  readonly isByPlayer: boolean
  /** Whether the narrator's usual suggestions include it. */
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
  /** `in` or `on` for a thing; null for a person. */
  readonly preposition: string | null
}

export type PayloadKind =
  /** The id of an entity; `node` is a node of the payload's graph. */
  | 'entity'
  | 'graph'
  | 'node'
  | 'clock'
  | 'item'
  | 'container'
  | 'speaker'
  /** The id of a topic of the payload's speaker; a player or model may use words instead. */
  | 'topic'
  /** The name of a field of the entity. */
  | 'field'
  | 'number-field'
  | 'boolean-field'
  | 'list-field'
  /** A value that a field, or a list in a field, can hold. */
  | 'value'
  | 'element'
  | 'number'
  /** A whole number from 1 to 10080. */
  | 'minutes'
  /** A text or null. */
  | 'reason'
  /** A text with placeholders. */
  | 'template'
  /** `2d6` */
  | 'dice'
  /** A number, or an expression with an optional `=`. */
  | 'number-expression'
  | 'effects'

/** The trait that an entity needs for a kind of payload key. */
export const traitByKind: ReadonlyMap<PayloadKind, TraitName> = new Map<PayloadKind, TraitName>([
  ['graph', 'graph'],
  ['node', 'graph_node'],
  ['clock', 'clock'],
  ['item', 'item'],
  ['container', 'container'],
  ['speaker', 'speaker'],
])

/** The key is required unless `options` says otherwise. */
export function key(kind: OtherKey['kind'], options: Partial<KeyOptions> = {}): OtherKey {
  return { required: true, choices: null, question: null, ...options, kind }
}

export function itemKey(handling: ItemHandling, choices: Choices, question: string): ItemKey {
  return { kind: 'item', required: true, choices, question, handling }
}

export function payloadOf(keys: Readonly<Record<string, PayloadKey>>): ReadonlyMap<string, PayloadKey> {
  return new Map(Object.entries(keys))
}
