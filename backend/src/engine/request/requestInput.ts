import type { ReportFailure, StoryState, World } from '@llm-gamebook/story'

import type { Message } from '../../messages/message.ts'
import type { ConfiguredCallOptions } from '../../models/parameters/callOptions.ts'
import type { TurnRequest } from '../turn.ts'
import type { TurnTexts } from './turnPrompt.ts'

export interface RequestInput {
  readonly turn: TurnRequest
  /** The current state of the story, in the middle of the turn. */
  readonly world: World
  /** The earlier steps of the answer. */
  readonly answer: Pick<Message, 'parts' | 'receipts'>
  readonly texts: TurnTexts
  /** False in the last step: the model has to write. */
  readonly offersTools: boolean
  /** For the last step after the triggers at the end of the turn, the state before them; else null. */
  readonly closing: StoryState | null
  /** The author's words for the opening, or of those triggers. */
  readonly narrations: readonly string[]
  readonly report: ReportFailure
  /** The parameters of the model config. */
  readonly callOptions: ConfiguredCallOptions
}
