export const suggestionGroups = ['go', 'take', 'talk', 'do'] as const
export type SuggestionGroup = (typeof suggestionGroups)[number]

/** Something that the player can do now, or that the author refuses now with a reason. */
export interface Suggestion {
  /** Unique among the suggestions of one moment. */
  readonly id: string
  readonly group: SuggestionGroup
  /** What the player says: "Take the rope". */
  readonly label: string
  /** Null if it is refused now. */
  readonly call: SuggestedCall | null
  /** The arguments that the player has to add to the call; empty if there are none. */
  readonly input: readonly SuggestionInput[]
  /** The author's reason for a refusal; null if it can be done. */
  readonly reason: string | null
}

export interface SuggestedCall {
  readonly function: string
  readonly args: Arguments
}

export type Arguments = Readonly<Record<string, string | number | boolean | null>>

export type SuggestionInput = {
  /** The argument of the call. */
  readonly name: string
  /** The author's description of the parameter, or its name. */
  readonly label: string
} & (
  | { readonly type: 'text'; readonly maxLength: number }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'choice'; readonly options: readonly SuggestionOption[] }
)

export interface SuggestionOption {
  readonly value: string | number | boolean
  readonly label: string
}

/** What could be suggested, before it is tried. */
export interface Candidate {
  readonly group: SuggestionGroup
  readonly label: string
  readonly call: SuggestedCall
  readonly input: readonly SuggestionInput[]
  /** Suggested after the others of its group. */
  readonly comesLast: boolean
}
