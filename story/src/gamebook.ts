import type { Condition, Dynamic, Text } from './expressions/expression.ts'
import type { Json } from './json.ts'

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
  readonly fields: ReadonlyMap<string, Json | Dynamic>
  readonly functions: readonly GamebookFunction[]
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
  readonly default: Json | Dynamic
  readonly min: number | null
  readonly max: number | null
}

/** Something the narrator may ask the engine for: a tool of the prompt. */
export interface GamebookFunction {
  /** Unique in the gamebook: the tool's name. */
  readonly name: string
  /** The entity that declares it. */
  readonly ownerId: string
  readonly description: Text
  readonly action: 'graph/transition'
  /** The graph that moves; the owner unless `args.entity_id` names another. */
  readonly graphId: string
  /** A target fixed by `args.to`; null: the narrator chooses. */
  readonly fixedTo: string | null
  /** Replaced descriptions of parameters, `to` included. */
  readonly properties: ReadonlyMap<string, string | null>
  readonly enabled: Condition | null
  readonly otherwise: string | null
}
