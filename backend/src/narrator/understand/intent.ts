import type { StoryView } from '@llm-gamebook/story'
import type { Arguments, Option, OptionCall } from '../scene/option.ts'
import type { OpenSlot } from './fill/fillSlots.ts'

/** What the player's words come to. */
export type Intent =
  | { readonly kind: 'call'; readonly call: OptionCall }
  /** A call that lacks something, which the player is asked for. */
  | ClarifyIntent
  /** Refused, and no function can even try it. */
  | { readonly kind: 'shut'; readonly reason: string }
  /** Several things fit alike: the player is asked. */
  | { readonly kind: 'which'; readonly options: readonly Option[] }
  | { readonly kind: 'could'; readonly option: Option }
  | { readonly kind: 'examine' | 'talk' | 'touch'; readonly subject: Subject }
  /** How much there is of something that the story counts. */
  | { readonly kind: 'field'; readonly field: FieldView }
  | { readonly kind: PlayerQuestion }
  /** "Do not …": nothing happens. */
  | { readonly kind: 'refrain' }
  /** Wants to see, to have or to speak to what is not here. */
  | { readonly kind: 'not-here'; readonly wish: MissingTarget }
  /** Wants to go somewhere that no way leads to. */
  | { readonly kind: 'no-way' }
  /** `near`: what fits a little, the best first. */
  | { readonly kind: 'unclear'; readonly near: readonly Option[] }

export type MissingTarget = 'see' | 'have' | 'talk'

export interface ClarifyIntent {
  readonly kind: 'ask'
  readonly option: Option
  readonly call: OptionCall
  /** What was said so far. */
  readonly args: Arguments
  readonly open: OpenSlot
}

export type FieldView = StoryView['entities'][number]['fields'][number]

/** Somebody or something that can be looked at; `isPerson` tells which. */
export type Subject = Pick<StoryView['entities'][number], 'id' | 'name' | 'description'> & {
  readonly isPerson: boolean
}

/** What players ask of any story. */
export type PlayerQuestion =
  'help' | 'options' | 'look' | 'where' | 'people' | 'belongings' | 'self' | 'condition' | 'time' | 'narrator' | 'wait'
