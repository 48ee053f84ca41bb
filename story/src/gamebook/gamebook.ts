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
  /** The language of the author's texts: a BCP 47 tag such as `en` or `pt-BR`. */
  readonly language: string
  /** What players should know before they start, each in a few words. */
  readonly contentWarnings: readonly string[]
  /** The terms under which the gamebook may be shared. */
  readonly license: string | null
  /** How far a model may go in acts that no function covers. */
  readonly improvisation: Improvisation
  /** Whether players are offered suggestions. */
  readonly suggestions: boolean
  /** Conditions that must hold at the start and after every call with its triggers. Checked, never enforced. */
  readonly invariants: readonly Invariant[]
  readonly goals: readonly Goal[]
  /** The severity of findings of the gamebook check in this gamebook, by code. */
  readonly checks: ReadonlyMap<string, FindingLevel>
  /** The author's replacements of prompt sections by key; null leaves a section out. */
  readonly prompt: ReadonlyMap<string, string | null>
  readonly entityTypes: readonly EntityType[]
  /** All entities by id, in the order of the file. */
  readonly entities: ReadonlyMap<string, Entity>
  /** The functions of all entities, in the order of the file. */
  readonly functions: readonly GamebookFunction[]
  /** In the order of evaluation: types in the order of the file, a type's triggers before those of its entities. */
  readonly triggers: readonly Trigger[]
  /** The ids of the graphs whose visits an expression counts; the state keeps counts for these only. */
  readonly countedGraphs: ReadonlySet<string>
}

/** Acts that no function covers: nothing, only words, or words and small changes of these fields. */
export type Improvisation =
  | { readonly kind: 'none' }
  | { readonly kind: 'flavor' }
  | { readonly kind: 'fields'; readonly fields: readonly FieldName[] }

export interface FieldName {
  readonly entityId: string
  readonly field: string
}

export interface Invariant {
  /** Null stands for the source of the condition. */
  readonly name: string | null
  readonly condition: Condition
}

/** A condition that can become true in some play. */
export interface Goal extends Invariant {
  /** Whether it can become true from every state in which the story goes on. */
  readonly always: boolean
}

export type FindingLevel = 'off' | 'note' | 'warning'

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

export type TraitName = 'described' | 'graph' | 'graph_node' | 'clock' | 'item' | 'container' | 'speaker'

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
  readonly speaker?: Speaker
  /** What can be looked at; only of nodes and described entities. */
  readonly details: readonly Detail[]
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

/** A part of an entity that has a text of its own, but no rules. */
export interface Detail {
  /** At least one: the names by which players ask for it, as the author wrote them. */
  readonly words: readonly string[]
  readonly text: Text
}

export interface Graph {
  readonly nodeTypeId: string
  /** At least one, without duplicates. */
  readonly nodeIds: readonly string[]
  readonly startNodeId: string
}

export interface GraphNode {
  /** First `edge_ids`, then `edges`. Their ids are unique. */
  readonly edges: readonly Edge[]
  /** The condition for every move into the node. */
  readonly requires: Condition | null
  /** The reasons that the story gives when `requires` refuses a move. */
  readonly otherwise: readonly Reason[]
  readonly ending: NodeEnding | null
  /** The author's words at the first entry; for the start node, in the opening. */
  readonly firstVisit: Text | null
  /** Performed at every entry. */
  readonly onEnter: readonly Effect[]
  readonly hint: string | null
}

export interface Edge {
  /** Unique in its node; by default the id of its target. */
  readonly id: string
  readonly to: string
  readonly enabled: Condition | null
  readonly otherwise: readonly Reason[]
  /** The name of the exit. */
  readonly label: string | null
  /** A narration, if any, and effects: performed before the target is entered, for moves by players and tools. */
  readonly effects: readonly Effect[]
  readonly hint: string | null
}

/** A reason for a refusal. The first one whose condition is true counts. */
export interface Reason {
  /** Null if it always counts. */
  readonly if: Condition | null
  readonly text: string
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

/** Answers questions about topics. */
export interface Speaker {
  readonly topics: readonly Topic[]
}

export interface Topic {
  /** Unique in its speaker. */
  readonly id: string
  /** At least one: the words by which players ask about it. */
  readonly about: readonly string[]
  /** Offered to players under this name; null if they must come upon it. */
  readonly label: string | null
  /** What the speaker says. */
  readonly say: Text
  readonly enabled: Condition | null
  /** Whether it can be asked only once. */
  readonly once: boolean
  readonly effects: readonly Effect[]
}

/** Something the story has announced; it is open until `kept` is true. */
export interface PlotPromise {
  readonly id: string
  readonly text: string
  readonly kept: Condition
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
  /** Whether the player is asked for its value before the first page. */
  readonly askAtStart: boolean
  /** A sentence for the status panel, below the value. */
  readonly caption: Text | null
}

export type FieldDisplay = 'hidden' | 'text' | 'bar' | 'list' | 'icon'

/** A tool that the narrator can call. */
export interface GamebookFunction {
  /** Unique in the gamebook: the tool's name. */
  readonly name: string
  /** The entity that declares it; null for a function of the engine. */
  readonly ownerId: string | null
  readonly description: Text
  /** The author's parameters, without the built-in ones (`to`, `item`). */
  readonly parameters: ReadonlyMap<string, Parameter>
  /** The author's descriptions of parameters, including `to` and `item`. */
  readonly properties: ReadonlyMap<string, string | null>
  readonly enabled: Condition | null
  readonly otherwise: readonly Reason[]
  readonly hint: string | null
  /** Its `if` is null. */
  readonly mainAction: MainAction | null
  /** Rolled before the main action, which is performed only on success. */
  readonly check: Roll | null
  /** Performed in order after the main action; the function's narration comes first. */
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
  | EngineParameterType

/** The parameters of the engine's own functions. Authors can't declare them. */
export type EngineParameterType =
  /** The id of a speaker who can be asked now. */
  | { readonly type: 'speaker' }
  /** What a speaker is asked about: the id of a topic, or words. */
  | { readonly type: 'topic' }
  /** A field that a nudge can change: `player.nerve`. */
  | { readonly type: 'field'; readonly fields: readonly FieldName[] }

/** An action, a dice roll with effects of its own, a narration or a promise. */
export type Effect = { readonly if: Condition | null } & (ActionCall | EventCall | Roll | Narration | MadePromise)

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

/** What a function does first. */
export type MainAction = ActionCall | EventCall | NudgeCall

/** The small change of a field that a model makes for an act that no function covers. */
export interface NudgeCall {
  readonly kind: 'nudge'
  readonly action: 'state/add'
  /** None: the parameters of the function are its payload. */
  readonly args: ReadonlyMap<string, Json>
  readonly fields: readonly FieldName[]
}

/** The author's words for a moment of the story, rendered at their place in the order of the effects. */
export interface Narration {
  readonly kind: 'narration'
  readonly text: Text
}

/** A promise that the story makes at this point. */
export interface MadePromise {
  readonly kind: 'promise'
  readonly promise: PlotPromise
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
