import type { StoryState } from '@llm-gamebook/story'

import type { Message } from '../messages/message.ts'
import type { Part } from '../messages/part.ts'
import type { ReceiptEntry } from '../messages/receipt.ts'

/** What happens in a turn, in order. Whoever applies all of them has the answer as it stands. */
export type TurnEvent =
  | { readonly type: 'message-start'; readonly message: Message }
  | { readonly type: 'part-start'; readonly messageId: string; readonly part: Part }
  | { readonly type: 'part-delta'; readonly messageId: string; readonly partId: string; readonly text: string }
  | { readonly type: 'part-end'; readonly messageId: string; readonly part: Part }
  | { readonly type: 'receipt'; readonly messageId: string; readonly entry: ReceiptEntry }
  | { readonly type: 'state'; readonly messageId: string; readonly state: StoryState }
  | { readonly type: 'notice'; readonly messageId: string; readonly notice: string }
  | { readonly type: 'message-end'; readonly message: Message }
