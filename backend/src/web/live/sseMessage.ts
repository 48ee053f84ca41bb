import type { TurnEvent } from '../../engine/turnEvent.ts'
import type { LiveEvent } from '../schemas/live.ts'

/** An event as bytes of the event stream. */
export const toFrame = (event: LiveEvent): Uint8Array => Buffer.from(`data: ${JSON.stringify(event)}\n\n`)

/** A faster `toFrame` for the most frequent event: ids need no escaping. */
export const toPartDeltaFrame = ({ messageId, partId, text }: PartDelta): Uint8Array =>
  Buffer.from(
    `data: {"type":"part-delta","messageId":"${messageId}","partId":"${partId}","text":${JSON.stringify(text)}}\n\n`,
  )

type PartDelta = Extract<TurnEvent, { type: 'part-delta' }>

/** An event, because the page never sees comments: without heartbeats it knows that the connection is dead. */
export const HEARTBEAT = toFrame({ type: 'heartbeat' })
