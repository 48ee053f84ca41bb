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
  readonly places: readonly PlaceView[]
  /** Visible described entities that are told, but for current nodes. */
  readonly entities: readonly EntityView[]
  /** What can be asked for now, in the order of the file. */
  readonly functions: readonly FunctionView[]
  /** Ways that are shut now and say why. */
  readonly closed: readonly ClosedWayView[]
  readonly ending: EndingView | null
}

export interface PlaceView {
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
  | { readonly type: 'text' | 'boolean' }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'choice'; readonly values: readonly (string | number)[] }
  | { readonly type: 'entity'; readonly choices: readonly ChoiceView[] }
)

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

export interface ClosedWayView {
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
