import type { Condition, Computed, Expression, Text } from '../expressions/expression.ts'
import type { Json } from '../json.ts'
import type { SingleActionName } from './actionName.ts'

/**
 * A gamebook as it was built from its file: every reference resolved, every expression parsed.
 * Read-only; what changes in play is in `StoryState`. Ids are the author's, unchanged.
 */
export interface Gamebook {
  readonly title: string
  readonly description: string | null
  readonly author: string | null
  /** The path of the cover inside the gamebook's folder. */
  readonly image: string | null
  /** The author's replacements of prompt sections by key; null leaves a section out. */
  readonly prompt: ReadonlyMap<string, string | null>
  readonly entityTypes: readonly EntityType[]
  /** All entities by id, in the order of the file. */
  readonly entities: ReadonlyMap<string, Entity>
  /** The functions of all entities, in the order of the file. */
  readonly functions: readonly GamebookFunction[]
  /** In the order in which they are asked: types in the order of the file, a type's own before those of its entities. */
  readonly triggers: readonly Trigger[]
}

export interface EntityType {
  readonly id: string
  readonly name: string
  /** Null where absent or empty: the type and its entities are then not told. */
  readonly instructions: Text | null
  readonly hidden: boolean
  /** In the author's order, which is the order of the told facts. */
  readonly traits: readonly TraitName[]
  readonly fields: ReadonlyMap<string, FieldDeclaration>
  readonly entities: readonly Entity[]
}

export type TraitName = 'described' | 'graph' | 'graph_node' | 'clock' | 'item' | 'container'

/** The part of a trait is there exactly when the entity's type has the trait. */
export interface Entity {
  readonly id: string
  readonly typeId: string
  readonly described?: Described
  readonly graph?: Graph
  readonly graphNode?: GraphNode
  readonly clock?: Clock
  readonly item?: Item
  readonly container?: Container
  /** Free fields, and declared fields that the entity itself gives. */
  readonly fields: ReadonlyMap<string, Json | Computed>
  readonly functions: readonly GamebookFunction[]
  /** Nothing of it reaches the model until it is revealed. */
  readonly secret: boolean
  /** Reveals it for good when it first holds; null: only an action, or becoming a current node, does. */
  readonly revealWhen: Condition | null
}

export interface Described {
  readonly name: Text
  readonly description: Text
  /** Visibility: what is told. Null where the author gave none, which holds. */
  readonly enabled: Condition | null
}

export interface Graph {
  readonly nodeTypeId: string
  /** At least one, each once. */
  readonly nodeIds: readonly string[]
  readonly startNodeId: string
}

export interface GraphNode {
  /** In the order `edge_ids`, `edges`; each target once. */
  readonly edges: readonly Edge[]
  /** Must hold for anybody to enter. */
  readonly requires: Condition | null
  /** The reason that is voiced when `requires` refuses. */
  readonly otherwise: string | null
  readonly ending: NodeEnding | null
}

export interface Edge {
  readonly to: string
  readonly enabled: Condition | null
  readonly otherwise: string | null
  /** What the way is called. */
  readonly label: string | null
}

export interface NodeEnding {
  /** Null: the node's name, else its id. */
  readonly title: string | null
  readonly kind: EndingKind
  readonly text: string | null
}

export type EndingKind = 'good' | 'bad' | 'neutral'

export interface Clock {
  /** Minutes after midnight. */
  readonly start: number
  /** Story time since the start, at the start of the session. */
  readonly minutes: number
}

export interface Item {
  readonly heldBy: string | null
  readonly portable: Condition | null
}

export interface Container {
  readonly capacity: number | null
  readonly open: Condition | null
}

export type FieldType = 'text' | 'integer' | 'number' | 'boolean' | 'list' | 'entity' | 'entities'

export interface FieldDeclaration {
  readonly type: FieldType
  /** The entity type that an `entity` or `entities` field is limited to. */
  readonly of: string | null
  /** The start value where the entity gives none. */
  readonly default: Json | Computed
  readonly min: number | null
  readonly max: number | null
  /** The texts or numbers that are allowed; null: all. */
  readonly values: readonly (string | number)[] | null
  /** What `state/add` does at a bound. */
  readonly onBound: 'clamp' | 'refuse'
  /** What the field is called for people and for the model; null: its name. */
  readonly label: string | null
  /** How the player's panel shows it. */
  readonly show: FieldDisplay
  /** Whether it is sent to the model. */
  readonly tell: boolean
}

export type FieldDisplay = 'hidden' | 'text' | 'bar' | 'list' | 'icon'

/** Something the narrator may ask the engine for: a tool of the prompt. */
export interface GamebookFunction {
  /** Unique in the gamebook: the tool's name. */
  readonly name: string
  /** The entity that declares it. */
  readonly ownerId: string
  readonly description: Text
  /** What the narrator fills in, without the parameters that the engine offers by itself (`to`, `item`). */
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Replaced descriptions of parameters, `to` and `item` included. */
  readonly properties: ReadonlyMap<string, string | null>
  readonly enabled: Condition | null
  readonly otherwise: string | null
  /** Its `if` is null. */
  readonly mainAction: ActionCall | EventCall | null
  /** Rolled before the main action, which is then done on success only. */
  readonly check: Roll | null
  /** Done in order after the main action. */
  readonly effects: readonly Effect[]
}

/** What the narrator fills in when it calls a function. */
export type Parameter = ParameterType & {
  /** Told with the tool; null: the name of the parameter. */
  readonly description: string | null
  /** Where false, null may be given. */
  readonly required: boolean
}

export type ParameterType =
  | { readonly type: 'text'; readonly maxLength: number }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'choice'; readonly values: readonly (string | number)[] }
  /** `of`: the ids of the types whose entities may be named; null: any. */
  | { readonly type: 'entity'; readonly of: readonly string[] | null }

/** Something that follows: an action, or a roll of dice with what follows from it. */
export type Effect = { readonly if: Condition | null } & (ActionCall | EventCall | Roll)

/** An action with its payload, which may hold expressions. */
export interface ActionCall {
  readonly kind: 'action'
  readonly action: SingleActionName
  /** The payload by key, with `entity_id` if the owner is the default; a parameter can give a missing key. */
  readonly args: ReadonlyMap<string, Json | Computed>
}

/** An event of the gamebook, in a namespace that is not the engine's: it is recorded and changes nothing. */
export interface EventCall {
  readonly kind: 'event'
  readonly action: string
  readonly args: ReadonlyMap<string, Json | Computed>
}

/** `dice/roll`: as an effect, and as the `check` of a function. */
export interface Roll {
  readonly kind: 'roll'
  /** As the author wrote it: `2d6`. */
  readonly roll: string
  readonly count: number
  readonly sides: number
  /** Added to the dice; null: nothing. */
  readonly add: number | Expression | null
  /** The total from which it is a success; null where nothing depends on it. */
  readonly atLeast: number | Expression | null
  /** Where the total is written; null: nowhere. */
  readonly into: { readonly entityId: string; readonly field: string } | null
  readonly onSuccess: readonly Effect[]
  readonly onFailure: readonly Effect[]
}

/** What follows by itself when its condition becomes true. */
export interface Trigger {
  /** `Ledger#2`, `player#wakes`: where it is listed, and its own id or place in the list. */
  readonly id: string
  readonly condition: Condition
  /** Fires at most once per session. */
  readonly once: boolean
  /** At least one, the trigger's own action first. */
  readonly effects: readonly Effect[]
}
