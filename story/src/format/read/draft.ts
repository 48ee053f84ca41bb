import type { Condition, Computed, Text } from '../../expressions/expression.ts'
import type {
  Clock,
  Container,
  Described,
  Detail,
  Edge,
  EngineParameterType,
  FieldDeclaration,
  FindingLevel,
  Goal,
  GraphNode,
  Improvisation,
  Invariant,
  Item,
  MadePromise,
  Narration,
  ParameterType,
  Reason,
  Roll,
  Topic,
  TraitName,
} from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { Located, SourceLocation } from '../diagnostics/sourceLocation.ts'

/** A gamebook as read from the file: references are not resolved yet, invalid parts are left out. */
export interface GamebookDraft {
  readonly title: string
  readonly description: string | null
  readonly author: string | null
  readonly image: string | null
  readonly language: string
  readonly contentWarnings: readonly string[]
  readonly license: string | null
  readonly improvisation: ImprovisationDraft
  readonly suggestions: boolean
  readonly invariants: readonly Invariant[]
  readonly goals: readonly Goal[]
  readonly checks: ReadonlyMap<string, FindingLevel>
  readonly prompt: ReadonlyMap<string, string | null>
  readonly types: readonly TypeDraft[]
  /** False if types could not be read, which may contain what seems unknown. */
  readonly complete: boolean
}

export type ImprovisationDraft =
  | Exclude<Improvisation, { readonly kind: 'fields' }>
  /** Each as the author wrote it: `player.nerve`. */
  | { readonly kind: 'fields'; readonly fields: readonly Located<string>[] }

export interface TypeDraft {
  readonly location: SourceLocation
  /** Kept if malformed, because references to it still resolve; null if absent. */
  readonly id: Located<string> | null
  readonly name: string
  readonly instructions: Text | null
  readonly hidden: boolean
  /** False where `instructions` or `hidden` could not be read. */
  readonly instructionsSound: boolean
  readonly traits: readonly TraitName[]
  /** False if some of its traits could not be read. */
  readonly traitsSound: boolean
  /** The option of the trait `graph`. */
  readonly nodeTypeId: Located<string> | null
  readonly fields: ReadonlyMap<string, FieldDraft>
  /** False where declarations could not be read. */
  readonly fieldsSound: boolean
  readonly triggers: TriggerList
  readonly entities: readonly EntityDraft[]
  /** False where entities could not be read. */
  readonly complete: boolean
}

export interface EntityDraft {
  readonly location: SourceLocation
  /** As for types. */
  readonly id: Located<string> | null
  readonly parts: TraitParts
  readonly details: readonly Detail[]
  readonly fields: ReadonlyMap<string, Json | Computed>
  /** The entities that its declared fields name. */
  readonly references: readonly FieldReference[]
  readonly functions: readonly FunctionDraft[]
  /** False where functions could not be read. */
  readonly functionsSound: boolean
  readonly triggers: TriggerList
  readonly secret: boolean
  readonly revealWhen: Condition | null
}

export interface FieldDraft {
  readonly declaration: FieldDeclaration
  /** The type of entities that it is limited to. */
  readonly of: Located<string> | null
  /** Whether every entity must set it, because the default is absent and its replacement is not among `values`. */
  readonly isNeeded: boolean
  /** The entities that its default names. */
  readonly references: readonly FieldReference[]
}

/** An entity that the value of a declared field names. */
export interface FieldReference {
  readonly id: Located<string>
  /** Null: any. */
  readonly typeId: string | null
}

/** What the traits of an entity's type read of it. */
export interface TraitParts {
  readonly described?: Described
  readonly graph?: GraphDraft
  readonly graphNode?: GraphNodeDraft
  readonly clock?: Clock
  readonly item?: ItemDraft
  readonly container?: Container
  readonly speaker?: SpeakerDraft
}

export interface GraphDraft {
  /** Null where `node_ids` is missing or no list. */
  readonly nodeIds: Located<readonly Located<string>[]> | null
  /** False where nodes of the list could not be read. */
  readonly sound: boolean
  /** Null: the first of the nodes. */
  readonly startNodeId: Located<string> | null
}

/** The same target or id may come twice. */
export interface GraphNodeDraft extends Omit<GraphNode, 'edges' | 'onEnter'> {
  readonly edges: readonly EdgeDraft[]
  readonly onEnter: readonly EffectDraft[]
  /** False where edges could not be read. */
  readonly sound: boolean
}

export interface EdgeDraft extends Omit<Edge, 'id' | 'to' | 'effects'> {
  /** Null: the id of its target. */
  readonly id: Located<string> | null
  readonly to: Located<string>
  readonly effects: readonly EffectDraft[]
}

export interface SpeakerDraft {
  readonly topics: readonly TopicDraft[]
  /** False where topics could not be read. */
  readonly sound: boolean
}

export interface TopicDraft extends Omit<Topic, 'id' | 'about' | 'effects'> {
  readonly id: Located<string>
  readonly about: readonly Located<string>[]
  readonly effects: readonly EffectDraft[]
}

export interface ItemDraft extends Omit<Item, 'heldBy'> {
  readonly heldBy: Located<string> | null
}

/** A function whose references are not resolved yet. */
export interface FunctionDraft {
  readonly location: SourceLocation
  readonly name: Located<string>
  /** False if it offers no tool; the reason is reported. */
  readonly isOffered: boolean
  /** Null: the default. */
  readonly description: Text | null
  readonly parameters: ReadonlyMap<string, ParameterDraft>
  readonly properties: ReadonlyMap<string, string | null>
  readonly enabled: Condition | null
  readonly otherwise: readonly Reason[]
  readonly hint: string | null
  readonly mainAction: MainActionDraft | null
  readonly check: RollDraft | null
  readonly effects: readonly EffectDraft[]
}

export interface MainActionDraft extends ActionDraft {
  readonly writtenAs: 'target' | 'action'
}

export type ParameterDraft = {
  readonly location: SourceLocation
  readonly description: string | null
  readonly required: boolean
} & (
  | Exclude<ParameterType, EngineParameterType | { readonly type: 'entity' }>
  | { readonly type: 'entity'; readonly of: readonly Located<string>[] | null }
)

export type EffectDraft = { readonly if: Condition | null } & (ActionDraft | RollDraft | Narration | MadePromise)

export interface ActionDraft {
  readonly kind: 'action'
  readonly action: string
  /** Whether it is an event of the gamebook, although newer gamebooks have an action of this name. */
  readonly isEvent: boolean
  /** Where the action is named. */
  readonly location: SourceLocation
  /** Of an action of the engine only keys that it knows, with values of the right shape. */
  readonly args: ReadonlyMap<string, Located<Json | Computed>>
}

export interface RollDraft extends Omit<Roll, 'into' | 'onSuccess' | 'onFailure'> {
  readonly into: Located<string> | null
  /** The owner of the field `into`; null: the default. */
  readonly entityId: Located<string> | null
  readonly onSuccess: readonly EffectDraft[]
  readonly onFailure: readonly EffectDraft[]
}

export interface TriggerDraft {
  readonly location: SourceLocation
  /** Its index in the list if it has no id. */
  readonly id: Located<string | number>
  readonly condition: Condition
  readonly once: boolean
  readonly effects: readonly EffectDraft[]
}

/** The triggers of a type or an entity. */
export interface TriggerList {
  readonly triggers: readonly TriggerDraft[]
  /** False where some of it could not be read. */
  readonly sound: boolean
}
