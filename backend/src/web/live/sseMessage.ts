import type { TurnEvent } from '../../engine/turnEvent.ts'
import type { LiveEvent } from '../schemas/live.ts'

/** An event as text of the event stream. */
export const toSseMessage = (event: LiveEvent): string => `data: ${JSON.stringify(event)}\n\n`

/** A faster `toSseMessage` for the most frequent event: ids need no escaping. */
export const toPartDeltaFrame = ({ messageId, partId, text }: Extract<TurnEvent, { type: 'part-delta' }>): string =>
  `data: {"type":"part-delta","messageId":"${messageId}","partId":"${partId}","text":${JSON.stringify(text)}}\n\n`

/** An event, because the page never sees comments: without heartbeats it knows that the connection is dead. */
export const HEARTBEAT = toSseMessage({ type: 'heartbeat' })
