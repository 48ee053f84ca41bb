import type { Argument } from '../../narratorInput.ts'
import type { ChoiceView } from '@llm-gamebook/story'

/** What words say of one parameter. */
export type Reading =
  /** `used`: the stems that said it, which say nothing else. */
  | { readonly kind: 'value'; readonly value: Argument; readonly used: readonly string[] }
  /** Something was said that is not possible, as the player said it. */
  | { readonly kind: 'misfit'; readonly said: string; readonly used: readonly string[] }
  /** Several fit alike. */
  | { readonly kind: 'several'; readonly choices: readonly ChoiceView[]; readonly used: readonly string[] }
