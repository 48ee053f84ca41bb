import type { Condition, Computed, Expression, Text } from '../expressions/expression.ts'
import type { Json } from '../json.ts'
import type { SingleActionName } from './actionName.ts'

/**
 * A gamebook read from its file, with every reference resolved and every expression parsed. It never changes;
 * `StoryState` holds what changes in play. Ids are the author's own.
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
  /** In the order of evaluation: types in the order of the file, a type's triggers before those of its entities. */
  readonly triggers: readonly Trigger[]
}

export interface EntityType {
  readonly id: string
  readonly name: string
  /** Null if absent or empty; the type and its entities are then not sent to the narrator. */
  readonly instructions: Text | null
  readonly hidden: boolean
  /** In the author's order, which is the order of the facts in the prompt. */
  readonly traits: readonly TraitName[]
  readonly fields: ReadonlyMap<string, FieldDeclaration>
  readonly entities: readonly Entity[]
}

export type TraitName = 'described' | 'graph' | 'graph_node' | 'clock' | 'item' | 'container'

/** The property of a trait is present if and only if the entity's type has the trait. */
export interface Entity {
  readonly id: string
  readonly typeId: string
  readonly described?: Described
  readonly graph?: Graph
  readonly graphNode?: GraphNode
  readonly clock?: Clock
  readonly item?: Item
  readonly container?: Container
  /** Custom fields, and the declared fields that the entity sets. */
  readonly fields: ReadonlyMap<string, Json | Computed>
  readonly functions: readonly GamebookFunction[]
  /** The entity stays hidden from the model until it is revealed. */
  readonly secret: boolean
  /** Reveals the entity permanently when it becomes true; null if only an action or entering the node reveals it. */
  readonly revealWhen: Condition | null
}

export interface Described {
  readonly name: Text
  readonly description: Text
  /** Whether the entity is visible; null means always. */
  readonly enabled: Condition | null
}

export interface Graph {
  readonly nodeTypeId: string
  /** At least one, without duplicates. */
  readonly nodeIds: readonly string[]
  readonly startNodeId: string
}

export interface GraphNode {
  /** First `edge_ids`, then `edges`, without duplicate targets. */
  readonly edges: readonly Edge[]
  /** The condition for every move into the node. */
  readonly requires: Condition | null
  /** The reason that the story gives when `requires` refuses a move. */
  readonly otherwise: string | null
  readonly ending: NodeEnding | null
}

export interface Edge {
  readonly to: string
  readonly enabled: Condition | null
  readonly otherwise: string | null
  /** The name of the exit. */
  readonly label: string | null
}

export interface NodeEnding {
  /** Null stands for the node's name, or its id if it is not described. */
  readonly title: string | null
  readonly kind: EndingKind
  readonly text: string | null
}

export type EndingKind = 'good' | 'bad' | 'neutral'

export interface Clock {
  /** Minutes after midnight. */
  readonly start: number
  /** The initial value of the story time since the start. */
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
  /** The start value unless the entity sets one. */
  readonly default: Json | Computed
  readonly min: number | null
  readonly max: number | null
  /** The allowed texts or numbers; null for any. */
  readonly values: readonly (string | number)[] | null
  /** What `state/add` does at a limit. */
  readonly onBound: 'clamp' | 'refuse'
  /** The field's label for the player and the model; null stands for its name. */
  readonly label: string | null
  /** How the status panel shows it. */
  readonly show: FieldDisplay
  /** Whether it is sent to the model. */
  readonly tell: boolean
}

export type FieldDisplay = 'hidden' | 'text' | 'bar' | 'list' | 'icon'

/** A tool that the narrator can call. */
export interface GamebookFunction {
  /** Unique in the gamebook: the tool's name. */
  readonly name: string
  /** The entity that declares it. */
  readonly ownerId: string
  readonly description: Text
  /** The author's parameters, without the built-in ones (`to`, `item`). */
  readonly parameters: ReadonlyMap<string, Parameter>
  /** The author's descriptions of parameters, including `to` and `item`. */
  readonly properties: ReadonlyMap<string, string | null>
  readonly enabled: Condition | null
  readonly otherwise: string | null
  /** Its `if` is null. */
  readonly mainAction: ActionCall | EventCall | null
  /** Rolled before the main action, which is performed only on success. */
  readonly check: Roll | null
  /** Performed in order after the main action. */
  readonly effects: readonly Effect[]
}

export type Parameter = ParameterType & {
  /** Sent with the tool; null stands for the name of the parameter. */
  readonly description: string | null
  /** An optional parameter accepts null. */
  readonly required: boolean
}

export type ParameterType =
  | { readonly type: 'text'; readonly maxLength: number }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'choice'; readonly values: readonly (string | number)[] }
  /** `of` holds the ids of the allowed entity types; null allows any. */
  | { readonly type: 'entity'; readonly of: readonly string[] | null }

/** An action, or a dice roll with effects of its own. */
export type Effect = { readonly if: Condition | null } & (ActionCall | EventCall | Roll)

/** An action with its payload, which can contain expressions. */
export interface ActionCall {
  readonly kind: 'action'
  readonly action: SingleActionName
  /** The payload by key, including a default `entity_id`. Parameters can supply missing keys. */
  readonly args: ReadonlyMap<string, Json | Computed>
}

/** An event of the gamebook, in the author's namespace. It is recorded and changes nothing. */
export interface EventCall {
  readonly kind: 'event'
  readonly action: string
  readonly args: ReadonlyMap<string, Json | Computed>
}

/** `dice/roll`, as an effect or as the `check` of a function. */
export interface Roll {
  readonly kind: 'roll'
  /** As the author wrote it: `2d6`. */
  readonly roll: string
  readonly count: number
  readonly sides: number
  /** The number added to the dice. */
  readonly add: number | Expression | null
  /** The target number, the lowest total that succeeds; null for a roll without success and failure. */
  readonly atLeast: number | Expression | null
  /** The field that receives the total. */
  readonly into: { readonly entityId: string; readonly field: string } | null
  readonly onSuccess: readonly Effect[]
  readonly onFailure: readonly Effect[]
}

/** A rule that fires when its condition becomes true. */
export interface Trigger {
  /** The type or entity that lists it, and its own id or its position in the list: `player#wakes`, `Ledger#2`. */
  readonly id: string
  readonly condition: Condition
  /** Fires at most once per session. */
  readonly once: boolean
  /** At least one; the trigger's own action comes first. */
  readonly effects: readonly Effect[]
}
