import type { ServerResponse } from 'node:http'

import type { AppServices } from '../appServices.ts'
import { loadSession, type SessionSources } from '../session/loadSession.ts'
import { toSessionDetail } from '../session/toSessionDetail.ts'
import type { LiveEvent } from '../schemas/live.ts'
import { createFrameWriter, type FrameWriter } from './frameWriter.ts'
import type { LiveSubscriber } from './liveHub.ts'
import { toFrame } from './sseMessage.ts'

/** A client with more unread data than this, besides its snapshot, is disconnected; it reconnects and gets a new one. */
const MAX_UNREAD_BYTES = 1024 * 1024

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  // The stream ends with its connection, so events need no chunked encoding.
  connection: 'close',
}

/** Events that make a loading snapshot incomplete. The content of the answer in progress is read later. */
const CHANGES_SNAPSHOT: Readonly<Record<LiveEvent['type'], boolean>> = {
  snapshot: true,
  'message-start': true,
  'part-start': false,
  'part-delta': false,
  'part-end': false,
  'part-withdrawn': false,
  receipt: false,
  state: false,
  notice: false,
  'message-end': true,
  session: true,
  heartbeat: false,
}

/**
 * Sends a snapshot and then every event. Nothing is lost in between: the subscription starts before the session is
 * loaded, and the answer in progress is read in the same tick in which events begin to be sent.
 */
export async function openEventStream(
  services: SessionSources & Pick<AppServices, 'engine' | 'live'>,
  sessionId: string,
  response: ServerResponse,
): Promise<void> {
  if (response.destroyed) return
  const { live, engine } = services
  let changes = 0
  /** Present once the snapshot is sent. */
  let writer: FrameWriter | undefined
  const onFrame: LiveSubscriber = (frame, type) => {
    if (writer !== undefined) writer.add(frame)
    else if (CHANGES_SNAPSHOT[type]) changes += 1
  }
  const unsubscribe = live.subscribe(sessionId, onFrame, () => {
    if (writer !== undefined) writer.end()
    else changes += 1
  })
  response.once('close', unsubscribe)

  try {
    let loaded
    let changesBefore
    do {
      changesBefore = changes
      await live.settled(sessionId)
      loaded = await loadSession(services, sessionId)
    } while (changes !== changesBefore)
    if (response.closed) return
    const session = toSessionDetail(loaded, engine.unstoredAnswer(sessionId))
    response.useChunkedEncodingByDefault = false
    response.writeHead(200, HEADERS)
    if (response.req.method === 'HEAD') return void response.end()
    const snapshot = toFrame({ type: 'snapshot', session })
    writer = createFrameWriter(response, MAX_UNREAD_BYTES + snapshot.length)
    writer.add(snapshot)
  } catch (error) {
    unsubscribe()
    throw error
  }
}
