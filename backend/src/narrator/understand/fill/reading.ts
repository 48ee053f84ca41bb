import type { Argument } from '../../narratorInput.ts'
import type { ChoiceView } from '@llm-gamebook/story'

/** What a message says about one parameter. */
export type Reading =
  /** `used`: the stems that named it and have no other meaning. */
  | { readonly kind: 'value'; readonly value: Argument; readonly used: readonly string[] }
  /** A value that is not allowed, in the player's words. */
  | { readonly kind: 'misfit'; readonly value: string; readonly used: readonly string[] }
  /** Several choices fit equally. */
  | { readonly kind: 'several'; readonly choices: readonly ChoiceView[]; readonly used: readonly string[] }
