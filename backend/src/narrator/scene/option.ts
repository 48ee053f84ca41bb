import type { ParameterView } from '@llm-gamebook/story'
import type { Argument } from '../narratorInput.ts'

/** Something that the player can do now, or can try and be refused. */
export interface Option {
  /** `exit`: moves the player; `action`: does something else. */
  readonly kind: 'exit' | 'action'
  /** Null if it is refused and there is no function to try. */
  readonly call: OptionCall | null
  /** The main action of its function; null if there is none. */
  readonly action: string | null
  /** The graph that it moves; null if it moves none. */
  readonly graphId: string | null
  /** The id of the edge; null if it moves nothing. */
  readonly targetId: string | null
  /** The node to which the edge leads. */
  readonly nodeId: string | null
  readonly label: string | null
  /** The name of an exit's destination; null if it is not visible, and for every action. */
  readonly name: string | null
  /** The author's description of the function; empty for a closed exit. */
  readonly description: string
  /** Why it is refused; null if it is available. */
  readonly reason: string | null
  /** The other parameters that the player has to name, in the author's order. */
  readonly slots: readonly ParameterView[]
  /** Stems; each list names this option by itself. */
  readonly phrases: readonly (readonly string[])[]
  /** Stems of the verbs that ask for it. */
  readonly verbs: readonly string[]
  /** Stems of the verbs that ask for it without an object. */
  readonly ownVerbs: readonly string[]
}

export interface OptionCall {
  readonly function: string
  readonly args: Arguments
}

export type Arguments = Readonly<Record<string, Argument>>

export type EntitySlot = Extract<ParameterView, { readonly type: 'entity' }>
