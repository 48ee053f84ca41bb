import type { TurnEvent } from '../../engine/turnEvent.ts'
import type { LiveEvent } from '../schemas/live.ts'

/** An event as text of the event stream. */
export const toSseMessage = (event: LiveEvent): string => `data: ${JSON.stringify(event)}\n\n`

/** The same for the one event that comes with every word: ids need no escaping. */
export const toPartDeltaFrame = ({ messageId, partId, text }: Extract<TurnEvent, { type: 'part-delta' }>): string =>
  `data: {"type":"part-delta","messageId":"${messageId}","partId":"${partId}","text":${JSON.stringify(text)}}\n\n`

/** An event and not a comment, which the page would never see: its absence tells of a connection that is dead. */
export const HEARTBEAT = toSseMessage({ type: 'heartbeat' })
