import type { StoryView } from '@llm-gamebook/story'
import type { Option, OptionCall } from '../scene/option.ts'

/** What the player's words come to. */
export type Meaning =
  | { readonly kind: 'call'; readonly call: OptionCall }
  /** A shut way that no function can even try. */
  | { readonly kind: 'shut'; readonly reason: string }
  /** Several things fit alike: the player is asked. */
  | { readonly kind: 'which'; readonly options: readonly Option[] }
  | { readonly kind: 'could'; readonly option: Option }
  | { readonly kind: 'examine' | 'talk' | 'touch'; readonly subject: Subject }
  | { readonly kind: Inquiry }
  /** "Do not …": nothing happens. */
  | { readonly kind: 'refrain' }
  /** Wants to go somewhere that no way leads to. */
  | { readonly kind: 'no-way' }
  /** `near`: what fits a little, the best first. */
  | { readonly kind: 'unclear'; readonly near: readonly Option[] }

/** Somebody or something that can be looked at; `isPerson` tells which. */
export type Subject = Pick<StoryView['entities'][number], 'id' | 'name' | 'description'> & {
  readonly isPerson: boolean
}

/** What players ask of any story. */
export type Inquiry = 'help' | 'options' | 'look' | 'where' | 'people' | 'belongings' | 'self' | 'narrator' | 'wait'
