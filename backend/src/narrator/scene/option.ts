/** One thing that the player could do now, or try in vain. */
export interface Option {
  /** Going somewhere, or doing something. */
  readonly kind: 'way' | 'deed'
  /** Null where the way is shut and no function can even be tried. */
  readonly call: OptionCall | null
  /** The graph that it moves; null where it moves none. */
  readonly graphId: string | null
  readonly targetId: string | null
  readonly label: string | null
  /** The name of the place where a way leads; null where it is not visible, and always for a deed. */
  readonly name: string | null
  /** The author's description of the function; empty for a shut way without one. */
  readonly description: string
  /** Why it cannot be done now; null where it can. */
  readonly reason: string | null
  /** Stems; each list alone names this option. */
  readonly phrases: readonly (readonly string[])[]
  /** Stems of the verbs that ask for it. */
  readonly verbs: readonly string[]
}

export interface OptionCall {
  readonly function: string
  readonly to: string | null
}
