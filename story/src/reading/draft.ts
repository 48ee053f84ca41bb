import type { Condition, Dynamic, Text } from '../expressions/expression.ts'
import type { Clock, Container, Described, Edge, FieldDeclaration, GraphNode, Item, TraitName } from '../gamebook.ts'
import type { Json } from '../json.ts'
import type { Located, Place } from './place.ts'

/** A gamebook as it was read: names of other things are not looked up yet, faulty parts are left out. */
export interface GamebookDraft {
  readonly title: string
  readonly description: string | null
  readonly author: string | null
  readonly image: string | null
  readonly prompt: ReadonlyMap<string, string | null>
  readonly types: readonly TypeDraft[]
  /** False where types could not be read: what seems unknown may be in them. */
  readonly complete: boolean
}

export interface TypeDraft {
  readonly place: Place
  /** Also where it is malformed, so that references to it still lead there; null where there is none. */
  readonly id: Located<string> | null
  readonly name: string
  readonly instructions: Text | null
  readonly hidden: boolean
  /** False where `instructions` or `hidden` could not be read. */
  readonly tellingSound: boolean
  readonly traits: readonly TraitName[]
  /** False where the type may have been meant to have further traits. */
  readonly traitsSound: boolean
  /** The option of the trait `graph`. */
  readonly nodeTypeId: Located<string> | null
  readonly fields: ReadonlyMap<string, FieldDeclaration>
  readonly entities: readonly EntityDraft[]
  /** False where entities could not be read. */
  readonly complete: boolean
}

export interface EntityDraft {
  readonly place: Place
  /** As for types. */
  readonly id: Located<string> | null
  readonly parts: TraitParts
  readonly fields: ReadonlyMap<string, Json | Dynamic>
  readonly functions: readonly FunctionDraft[]
}

/** What the traits of an entity's type read of it. */
export interface TraitParts {
  readonly described?: Described
  readonly graph?: GraphDraft
  readonly graphNode?: GraphNodeDraft
  readonly clock?: Clock
  readonly item?: ItemDraft
  readonly container?: Container
}

export interface GraphDraft {
  /** Null where `node_ids` is missing or no list. */
  readonly nodeIds: Located<readonly Located<string>[]> | null
  /** False where nodes of the list could not be read. */
  readonly sound: boolean
  /** Null: the first of the nodes. */
  readonly startNodeId: Located<string> | null
}

/** The same target may come twice. */
export interface GraphNodeDraft extends Omit<GraphNode, 'edges'> {
  readonly edges: readonly EdgeDraft[]
  /** False where edges could not be read. */
  readonly sound: boolean
}

export interface EdgeDraft extends Omit<Edge, 'to'> {
  readonly to: Located<string>
}

export interface ItemDraft extends Omit<Item, 'heldBy'> {
  readonly heldBy: Located<string> | null
}

/** A function that moves a graph: the one action there is so far. */
export interface FunctionDraft {
  readonly place: Place
  /** Where `target` or `action` stands. */
  readonly action: Located<'target' | 'action'>
  readonly name: Located<string>
  /** Null: the default. */
  readonly description: Text | null
  readonly graphId: Located<string> | null
  readonly fixedTo: Located<string> | null
  readonly properties: ReadonlyMap<string, string | null>
  readonly enabled: Condition | null
  readonly otherwise: string | null
}
