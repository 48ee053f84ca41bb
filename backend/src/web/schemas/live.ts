import { z } from 'zod'

import { Part, Withdrawal } from '../../messages/part.ts'
import { ReceiptEntry } from '../../messages/receipt.ts'
import { Id } from './common.ts'
import { MessageResponse } from './message.ts'
import { Panel } from './panel.ts'
import { SessionDetail, SessionEnding, SessionModel } from './session.ts'
import { Suggestion } from './suggestion.ts'
import { StorySettings } from './storySettings.ts'

/**
 * The events of a session's stream. Applying the events that follow a snapshot gives what a fresh snapshot would show.
 * A `snapshot` comes on connect, and whenever the head moves to another branch.
 */
const Snapshot = z.object({ type: z.literal('snapshot'), session: SessionDetail })
/** A new message below its parent: other messages below the parent leave the path. */
const MessageStart = z.object({ type: z.literal('message-start'), message: MessageResponse })
const PartStart = z.object({ type: z.literal('part-start'), messageId: Id, part: Part })
const PartDelta = z.object({ type: z.literal('part-delta'), messageId: Id, partId: z.string(), text: z.string() })
const PartEnd = z.object({ type: z.literal('part-end'), messageId: Id, part: Part })
/** Text that is taken back: it leaves the story, and only the details of the answer show it. */
const PartWithdrawn = z.object({
  type: z.literal('part-withdrawn'),
  messageId: Id,
  partId: z.string(),
  reason: Withdrawal,
})
const ReceiptAdded = z.object({ type: z.literal('receipt'), messageId: Id, entry: ReceiptEntry })
/** The visible part of the state after a change. */
const StateChanged = z.object({
  type: z.literal('state'),
  messageId: Id,
  place: z.string().nullable(),
  ending: SessionEnding.nullable(),
  panel: Panel,
  endings: z.object({ found: z.int(), total: z.int() }),
})
/** A deviation from the request: it is sent again, or without a parameter. */
const Notice = z.object({ type: z.literal('notice'), messageId: Id, notice: z.string() })
/** The suggestions are those of the state after the answer. */
const MessageEnd = z.object({
  type: z.literal('message-end'),
  message: MessageResponse,
  suggestions: z.array(Suggestion),
})
const SessionChanged = z.object({
  type: z.literal('session'),
  title: z.string(),
  modelConfig: SessionModel.nullable(),
  settings: StorySettings,
})
/** Comes every few seconds and changes nothing: a client without events for long has lost the connection. */
const Heartbeat = z.object({ type: z.literal('heartbeat') })

export const LiveEvent = z
  .discriminatedUnion('type', [
    Snapshot,
    MessageStart,
    PartStart,
    PartDelta,
    PartEnd,
    PartWithdrawn,
    ReceiptAdded,
    StateChanged,
    Notice,
    MessageEnd,
    SessionChanged,
    Heartbeat,
  ])
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.infer<typeof LiveEvent>
