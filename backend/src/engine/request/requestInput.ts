import type { ReportFailure, StoryState, World } from '@llm-gamebook/story'

import type { Message } from '../../messages/message.ts'
import type { ConfiguredCallOptions } from '../../models/parameters/toCallOptions.ts'
import type { TurnRequest } from '../turn.ts'

export interface RequestInput {
  readonly turn: TurnRequest
  /** The story as it is now, in the middle of the turn. */
  readonly world: World
  /** What the answer holds so far: the earlier steps of the turn. */
  readonly answer: Pick<Message, 'parts' | 'receipts'>
  readonly offersTools: boolean
  /** The state that the story has just ended from by itself, after the answer was told; else null. */
  readonly closing: StoryState | null
  readonly report: ReportFailure
  /** What the config adds to a request. */
  readonly callOptions: ConfiguredCallOptions
}
