import type { TraitName } from './gamebook/gamebook.ts'

/** The actions of the engine with their payloads (gamebook format, section 8.2), keys in the order of receipts. */
export const engineActions: ReadonlyMap<string, EngineAction> = new Map<string, EngineAction>([
  ['graph/transition', { target: 'transition', payload: payload({ entity_id: 'graph', to: 'node' }, ['to']) }],
  ['state/set', { target: null, payload: payload({ entity_id: 'entity', field: 'field', value: 'value' }) }],
  ['state/add', { target: null, payload: payload({ entity_id: 'entity', field: 'number-field', amount: 'number' }) }],
  ['state/toggle', { target: null, payload: payload({ entity_id: 'entity', field: 'boolean-field' }) }],
  ['list/add', { target: null, payload: payload({ entity_id: 'entity', field: 'list-field', value: 'element' }) }],
  ['list/remove', { target: null, payload: payload({ entity_id: 'entity', field: 'list-field', value: 'element' }) }],
  ['dice/roll', { target: null, payload: rollPayload() }],
  ['clock/advance', { target: 'advance', payload: payload({ entity_id: 'clock', minutes: 'minutes' }) }],
  ['item/take', { target: 'take', payload: payload({ entity_id: 'container', item: 'item' }, ['item']) }],
  [
    'item/drop',
    { target: 'drop', payload: payload({ entity_id: 'container', item: 'item', to: 'container' }, ['item'], ['to']) },
  ],
  [
    'item/give',
    { target: 'give', payload: payload({ entity_id: 'container', item: 'item', to: 'container' }, ['item', 'to']) },
  ],
  ['core/reveal', { target: null, payload: payload({ entity_id: 'entity' }) }],
  ['core/end-game', { target: null, payload: payload({ reason: 'reason' }, [], ['reason']) }],
  ['core/reset-game', { target: null, payload: payload({}) }],
])

export interface EngineAction {
  /** The short name that a function may give instead of the action. */
  readonly target: string | null
  readonly payload: ReadonlyMap<string, PayloadKey>
}

export interface PayloadKey {
  readonly kind: PayloadKind
  /** Of `entity_id`: it defaults to the owner of the function or trigger. */
  readonly required: boolean
  /** A tool has it as a parameter by itself, unless `args` fixes it. */
  readonly isBuiltIn: boolean
}

/** What stands behind a key of a payload. */
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

/** An unknown action in one of these is a mistake; in any other it is an event of the gamebook. */
export const engineNamespaces: ReadonlySet<string> = new Set([...engineActions.keys()].map(namespaceOf))

export const actionByTarget: ReadonlyMap<string, string> = new Map(
  [...engineActions].flatMap(([action, { target }]) => (target === null ? [] : [[target, action]])),
)

export function namespaceOf(action: string): string {
  return action.slice(0, action.indexOf('/'))
}

/** The keys of its payload that a tool of this action offers as parameters; none for an event. */
export function builtInKeys(action: string): readonly string[] {
  const keys = engineActions.get(action)?.payload ?? []
  return [...keys].flatMap(([name, { isBuiltIn }]) => (isBuiltIn ? [name] : []))
}

type Keys = Readonly<Record<string, PayloadKind>>

function payload(
  keys: Keys,
  builtIn: readonly string[] = [],
  optional: readonly string[] = [],
): ReadonlyMap<string, PayloadKey> {
  return new Map(
    Object.entries(keys).map(([name, kind]) => [
      name,
      { kind, required: !optional.includes(name), isBuiltIn: builtIn.includes(name) },
    ]),
  )
}

/** `entity_id` is the owner of the field `into`. */
function rollPayload(): ReadonlyMap<string, PayloadKey> {
  const keys: Keys = {
    roll: 'dice',
    add: 'number-expression',
    at_least: 'number-expression',
    into: 'number-field',
    entity_id: 'entity',
    on_success: 'effects',
    on_failure: 'effects',
  }
  return payload(
    keys,
    [],
    Object.keys(keys).filter((name) => name !== 'roll'),
  )
}
