import type { StoryState } from '@llm-gamebook/story'

import type { Message } from '../messages/message.ts'
import type { Part, Withdrawal } from '../messages/part.ts'
import type { ReceiptEntry } from '../messages/receipt.ts'

/** A change to the parts of the answer in progress. */
export type PartEvent =
  | { readonly type: 'part-start'; readonly part: Part }
  | { readonly type: 'part-delta'; readonly partId: string; readonly text: string }
  | { readonly type: 'part-end'; readonly part: Part }
  /** Text that readers may have seen is taken back. */
  | { readonly type: 'part-withdrawn'; readonly partId: string; readonly reason: Withdrawal }

/** The events of a turn, in order. All of them together build the answer in progress. */
export type TurnEvent =
  | { readonly type: 'message-start'; readonly message: Message }
  | (PartEvent & { readonly messageId: string })
  | { readonly type: 'receipt'; readonly messageId: string; readonly entry: ReceiptEntry }
  | { readonly type: 'state'; readonly messageId: string; readonly state: StoryState }
  | { readonly type: 'notice'; readonly messageId: string; readonly notice: string }
  /** The answer has ended, and its end is stored. */
  | { readonly type: 'message-end'; readonly message: Message }
  /** The answer has ended, and its end is not stored yet; `message-end` follows when it is. */
  | { readonly type: 'message-unsaved'; readonly message: Message }
  /** The turn could not be stored: its messages no longer exist. */
  | { readonly type: 'turn-dropped' }
