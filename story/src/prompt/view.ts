import type { FieldType } from '../gamebook/gamebook.ts'

/**
 * The story at one moment, for the built-in narrator and for the page of a session. It contains only visible entities
 * and no conditions.
 */
export interface StoryView {
  readonly title: string
  readonly summary: string | null
  /** The author's `prompt.language`. */
  readonly language: string | null
  /** The current node of each visible graph, in the order of the file. */
  readonly graphs: readonly GraphView[]
  /** The maps on which the player moves; the other graphs are plots, times, people and things that change. */
  readonly placeGraphIds: readonly string[]
  /** Visible described entities of prompt types, without current nodes. */
  readonly entities: readonly EntityView[]
  /** The containers that carry items for the player. */
  readonly inventoryIds: readonly string[]
  readonly clocks: readonly ClockView[]
  /** The present speakers who have topics, in the order of the file. */
  readonly speakers: readonly SpeakerView[]
  /** The open question of a present speaker. */
  readonly expecting: { readonly speakerId: string; readonly topicId: string } | null
  /** False in a gamebook that offers players no suggestions. */
  readonly suggestions: boolean
  /** The functions that can be called now, in the order of the file. Nudges are for models only. */
  readonly functions: readonly FunctionView[]
  /** The functions that a guard with an author's reason refuses now. */
  readonly refused: readonly RefusedFunctionView[]
  /** The exits that a guard with an author's reason refuses now. */
  readonly closed: readonly ClosedExitView[]
  readonly ending: EndingView | null
}

export interface GraphView {
  readonly graphId: string
  /** Null if the graph is not described. */
  readonly graphName: string | null
  readonly nodeId: string
  readonly name: string
  readonly description: string
  readonly details: readonly DetailView[]
}

/** A place where the player has been, other than the current one. */
export interface KnownPlaceView {
  readonly graphId: string
  readonly nodeId: string
  readonly name: string
  /** The edges to it, from the current place; null if none of the known paths is open. */
  readonly edgeIds: readonly string[] | null
  /** Why it can't be reached, in the author's words; null if it can, or if there are none. */
  readonly reason: string | null
}

/** A part of a place, person or thing that can be looked at. */
export interface DetailView {
  /** The words by which players name it. */
  readonly words: readonly string[]
  readonly text: string
}

export interface SpeakerView {
  readonly id: string
  /** Null if the speaker is not described. */
  readonly name: string | null
  /** The topics that can be asked about now, and those that were answered once and for all, in the author's order. */
  readonly topics: readonly TopicView[]
}

export interface TopicView {
  readonly id: string
  /** The words by which players ask about it. */
  readonly about: readonly string[]
  /** Null for a topic that players must come upon. */
  readonly label: string | null
  readonly isDiscussed: boolean
  /** Whether it was answered and can't be asked about again. */
  readonly isUsedUp: boolean
}

export interface EntityView {
  readonly id: string
  readonly typeName: string
  readonly name: string
  readonly description: string
  /** Whether it is a place, or a state of a plot or thing. */
  readonly isNode: boolean
  /** Whether it is always visible: not secret and without a condition. */
  readonly isConstant: boolean
  readonly isItem: boolean
  readonly isContainer: boolean
  /** The id of an item's holder; null for other entities. */
  readonly heldBy: string | null
  readonly fields: readonly FieldView[]
  /** Empty for a node that is not current. */
  readonly details: readonly DetailView[]
}

/** A labeled field that the status panel shows or the narrator receives. */
export interface FieldView {
  readonly label: string
  readonly type: FieldType
  /** The value of a boolean or a number; null for other types. */
  readonly value: number | boolean | null
  /** The formatted value, with entities by name: one text for each element of a list, else one text. */
  readonly values: readonly string[]
  readonly max: number | null
}

export interface ClockView {
  readonly id: string
  /** Story time since the start. */
  readonly minutes: number
  /** From 1. */
  readonly day: number
  /** `HH:MM` */
  readonly timeOfDay: string
}

export interface FunctionView {
  readonly name: string
  readonly description: string
  /** The entity that declares it; null for a function of the engine. */
  readonly ownerId: string | null
  /** The main action; null for a function without one. */
  readonly action: string | null
  /** The graph that it moves; null for a function that moves none. */
  readonly graphId: string | null
  /** The exits that are open now; null for a function that moves no graph or has a fixed target. */
  readonly targets: readonly TargetView[] | null
  /** The other parameters. */
  readonly parameters: readonly ParameterView[]
  /** Of a function that asks a speaker about a topic of the player's choice; null for all others. */
  readonly asks: AsksView | null
}

export interface AsksView {
  /** The speaker; null if a parameter names them. */
  readonly speakerId: string | null
  /** The parameter with the id of the speaker; null if the speaker is fixed. */
  readonly speakerParameter: string | null
  /** The parameter with the id of the topic. */
  readonly topicParameter: string
}

export type ParameterView = {
  readonly name: string
  readonly description: string
  /** An optional parameter accepts null. */
  readonly required: boolean
} & (
  | { readonly type: 'text'; readonly maxLength: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'choice'; readonly values: readonly (string | number)[] }
  | { readonly type: 'entity'; readonly choices: readonly ChoiceView[] }
)

export interface RefusedFunctionView {
  readonly name: string
  readonly description: string
  readonly action: string | null
  /** Whether the player chooses the item; false if the gamebook fixes it, or if the action has none. */
  readonly choosesItem: boolean
  readonly reason: string
}

export interface ChoiceView {
  readonly id: string
  /** Null if the entity is not described or not visible. */
  readonly name: string | null
  readonly description: string | null
}

export interface TargetView {
  /** The id of the edge. */
  readonly id: string
  readonly nodeId: string
  readonly label: string | null
  /** Null if the node is not described or not visible. */
  readonly name: string | null
  readonly description: string | null
}

export interface ClosedExitView {
  readonly graphId: string
  /** The id of the edge. */
  readonly id: string
  readonly label: string | null
  readonly name: string | null
  readonly reason: string
}

export interface EndingView {
  readonly title: string
  readonly kind: 'good' | 'bad' | 'neutral'
  readonly text: string | null
}
