import type { StoryView } from '@llm-gamebook/story'
import type { Arguments, Option, OptionCall } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import type { Speaker } from '../scene/speakers.ts'
import type { OpenSlot } from './fill/fillSlots.ts'
import type { DetailMatch } from './look/findDetails.ts'

/** What a message of the player asks for. */
export type Intent =
  | { readonly kind: 'call'; readonly call: OptionCall }
  /** The next step to a place where the player has been. */
  | { readonly kind: 'walk'; readonly nodeId: string; readonly call: OptionCall }
  /** A call with a missing parameter: the narrator asks for it. */
  | ClarifyIntent
  /** Refused without a function to try. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Several options fit equally: the narrator asks which. */
  | { readonly kind: 'ambiguous'; readonly options: readonly Option[] }
  /** A question about something that the player can do. */
  | { readonly kind: 'possible'; readonly option: Option }
  | { readonly kind: 'examine' | 'talk' | 'attempt'; readonly subject: Subject }
  /** A look at details, or an attempt on them: the author's texts, in order. */
  | { readonly kind: 'detail' | 'attempt-detail'; readonly texts: readonly string[] }
  /** Several things have a detail of that name: the narrator asks whose. */
  | { readonly kind: 'which-detail'; readonly choices: readonly DetailMatch[] }
  /** Several topics or speakers fit equally: the narrator asks which. */
  | AskIntent
  /** The speaker has no answer to that, or gave it before and has no other. */
  | { readonly kind: 'no-topic' | 'used-up'; readonly speaker: Speaker }
  /** A question about the value of a field. */
  | { readonly kind: 'field'; readonly field: FieldView }
  | { readonly kind: PlayerQuestion }
  /** A question whether the player has a thing; null if it is not carried. */
  | { readonly kind: 'possession'; readonly item: Scene['carried'][number] | null }
  /** A further wish that nothing can be made of. */
  | { readonly kind: 'rest'; readonly text: string }
  /** A message in a language that the narrator can't read. */
  | { readonly kind: 'other-language' }
  /** The player says how something is. */
  | { readonly kind: 'remark' }
  /** "Do not …": nothing happens. */
  | { readonly kind: 'refrain' }
  /** Asks to see, take or talk to something that is not here. */
  | { readonly kind: 'not-here'; readonly missing: MissingTarget }
  /** Asks to go somewhere without an exit. */
  | { readonly kind: 'no-exit' }
  /** Asks to go to or through something that is here but is not a place. */
  | { readonly kind: 'not-a-place'; readonly subject: Subject }
  /** `near`: the options that fit a little, best first. */
  | { readonly kind: 'unclear' | 'unanswered'; readonly near: readonly Option[] }

/** `person`: someone by a name that no one here has. */
export type MissingTarget = 'see' | 'have' | 'talk' | 'person'

export interface ClarifyIntent {
  readonly kind: 'clarify'
  readonly option: Option
  readonly call: OptionCall
  /** The values named so far. */
  readonly args: Arguments
  readonly open: OpenSlot
}

export interface AskIntent {
  readonly kind: 'which-ask'
  readonly choices: readonly AskChoice[]
}

export interface AskChoice {
  readonly speaker: Speaker
  readonly label: string | null
  readonly option: Option
}

export type FieldView = StoryView['entities'][number]['fields'][number]

/** A person or thing that can be looked at. */
export type Subject = Pick<StoryView['entities'][number], 'id' | 'name' | 'description'> & {
  readonly isPerson: boolean
}

/** A question that makes sense in any story. */
export type PlayerQuestion =
  | 'help'
  | 'options'
  | 'look'
  | 'where'
  | 'people'
  | 'inventory'
  | 'self'
  | 'status'
  | 'time'
  | 'narrator'
  | 'wait'
  | 'undo'
  | 'save'
  | 'restart'
