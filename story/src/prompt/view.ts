import type { FieldType } from '../gamebook/gamebook.ts'

/**
 * The story at one moment, in words for a narrator without a language model and for the page of a session.
 * Holds nothing of what is not visible, and no condition.
 */
export interface StoryView {
  readonly title: string
  readonly summary: string | null
  /** The language the author asks for (`prompt.language`), if any. */
  readonly language: string | null
  /** One for each visible graph, in the order of the file: where it stands. */
  readonly graphs: readonly GraphView[]
  /** The graphs that say where the player is; the others are arcs, hours, people and things that change. */
  readonly placeGraphIds: readonly string[]
  /** Visible described entities that are told, but for current nodes. */
  readonly entities: readonly EntityView[]
  /** What carries things for the player. */
  readonly carrierIds: readonly string[]
  readonly clocks: readonly ClockView[]
  /** What can be asked for now, in the order of the file. */
  readonly functions: readonly FunctionView[]
  /** What is refused now by a guard whose author says why. */
  readonly refused: readonly RefusedFunctionView[]
  /** Ways that are shut now and say why. */
  readonly closed: readonly ClosedExitView[]
  readonly ending: EndingView | null
}

export interface GraphView {
  readonly graphId: string
  /** Null where the graph is not described. */
  readonly graphName: string | null
  readonly nodeId: string
  readonly name: string
  readonly description: string
}

export interface EntityView {
  readonly id: string
  readonly typeName: string
  readonly name: string
  readonly description: string
  /** A place, or a step of a plot or thing. */
  readonly isNode: boolean
  /** Visible wherever and whenever: no condition hides it. */
  readonly isConstant: boolean
  readonly isItem: boolean
  readonly isContainer: boolean
  /** What holds an item; null for all else. */
  readonly heldBy: string | null
  readonly fields: readonly FieldView[]
}

/** A field that has a name for people, and is shown in the panel or told. */
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
  /** The entity that declares it. */
  readonly ownerId: string
  /** The main action; null where there is none. */
  readonly action: string | null
  /** The graph that it moves; null where it moves none. */
  readonly graphId: string | null
  /** The ways it may take; null where it moves no graph, or the author fixed the target. */
  readonly targets: readonly TargetView[] | null
  /** What else is to be filled in. */
  readonly parameters: readonly ParameterView[]
}

export type ParameterView = {
  readonly name: string
  readonly description: string
  /** Where false, null may be given. */
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
  readonly reason: string
}

export interface ChoiceView {
  readonly id: string
  /** Null where it is not described. */
  readonly name: string | null
  readonly description: string | null
}

export interface TargetView {
  readonly id: string
  readonly label: string | null
  /** Null where the node is not described or not visible. */
  readonly name: string | null
  readonly description: string | null
}

export interface ClosedExitView {
  readonly graphId: string
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
