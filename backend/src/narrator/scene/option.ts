import type { ParameterView } from '@llm-gamebook/story'
import type { Argument } from '../narratorInput.ts'

/** One thing that the player could do now, or try in vain. */
export interface Option {
  /** `exit`: moves the player; `action`: does something else. */
  readonly kind: 'exit' | 'action'
  /** Null where it is refused and no function can even be tried. */
  readonly call: OptionCall | null
  /** The main action of its function; null where there is none. */
  readonly action: string | null
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
  /** What the player has to say besides, in the order of the author. */
  readonly slots: readonly ParameterView[]
  /** Stems; each list alone names this option. */
  readonly phrases: readonly (readonly string[])[]
  /** Stems of the verbs that ask for it. */
  readonly verbs: readonly string[]
  /** Stems of the verbs that ask for it without another word. */
  readonly ownVerbs: readonly string[]
}

export interface OptionCall {
  readonly function: string
  readonly args: Arguments
}

export type Arguments = Readonly<Record<string, Argument>>

export type EntitySlot = Extract<ParameterView, { readonly type: 'entity' }>
