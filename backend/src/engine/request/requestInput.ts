import type { ReportFailure, World } from '@llm-gamebook/story'

import type { Message } from '../../db/models/message.ts'
import type { ConfiguredCallOptions } from '../../modelParameters/toCallOptions.ts'
import type { TurnRequest } from '../turn.ts'

export interface RequestInput {
  readonly turn: TurnRequest
  /** The story as it is now, in the middle of the turn. */
  readonly world: World
  /** What the answer holds so far: the earlier steps of the turn. */
  readonly answer: Pick<Message, 'parts' | 'receipts'>
  readonly offersTools: boolean
  readonly report: ReportFailure
  /** What the config adds to a request. */
  readonly callOptions: ConfiguredCallOptions
}
