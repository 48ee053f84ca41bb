import type { TurnEvent } from '../../engine/turnEvent.ts'
import type { LiveEvent } from '../schemas/live.ts'
import { toSseMessage, toPartDeltaFrame } from './sseMessage.ts'
import { type LiveTurn, toLiveEvent, type TurnContext } from './liveTurn.ts'

/** Takes each frame as it happens, text of the event stream; the type tells what is in it. */
export type LiveListener = (frame: string, type: LiveEvent['type']) => void

/** Passes what happens in sessions on to whoever listens. Each event is written out once for all listeners. */
export interface LiveHub {
  /** What the engine tells. */
  emit(sessionId: string, event: TurnEvent): void
  /** A turn is about to start. */
  expect(sessionId: string, context: TurnContext): void
  /** It has not started after all. */
  expectNoMore(sessionId: string): void
  /** It has started; until `stored` settles, its messages are not in the database. */
  follow(sessionId: string, stored: Promise<void>): void
  /** Settles when all that was told of is in the database. */
  settled(sessionId: string): Promise<void>
  send(sessionId: string, event: LiveEvent): void
  /** `onEnd` is called when the session is gone. */
  listen(sessionId: string, listener: LiveListener, onEnd?: () => void): () => void
  /** The session is gone, and with it whatever could be heard of it. */
  end(sessionId: string): void
  listenedSessions(): readonly string[]
}

interface Channel {
  /** Each with what ends it. */
  readonly listeners: Map<LiveListener, () => void>
  turn: LiveTurn | null
  stored: Promise<void>
}

export function createLiveHub(): LiveHub {
  const channels = new Map<string, Channel>()

  const open = (sessionId: string): Channel => {
    const known = channels.get(sessionId)
    if (known !== undefined) return known
    const channel: Channel = { listeners: new Map(), turn: null, stored: Promise.resolve() }
    channels.set(sessionId, channel)
    return channel
  }

  const closeIdle = (sessionId: string, { listeners, turn }: Channel): void => {
    if (listeners.size === 0 && turn === null) channels.delete(sessionId)
  }

  const pass = ({ listeners }: Channel, frame: string, type: LiveEvent['type']): void => {
    for (const listener of listeners.keys()) listener(frame, type)
  }

  return {
    emit(sessionId, event) {
      const channel = channels.get(sessionId)
      if (channel?.turn == null) return
      if (channel.listeners.size > 0) {
        if (event.type === 'part-delta') pass(channel, toPartDeltaFrame(event), event.type)
        else pass(channel, toSseMessage(toLiveEvent(event, channel.turn)), event.type)
      }
      if (event.type === 'message-start') channel.turn.started.push(event.message.id)
      if (event.type === 'message-end') {
        channel.turn = null
        closeIdle(sessionId, channel)
      }
    },
    expect(sessionId, context) {
      open(sessionId).turn = { ...context, started: [] }
    },
    expectNoMore(sessionId) {
      const channel = open(sessionId)
      channel.turn = null
      closeIdle(sessionId, channel)
    },
    follow(sessionId, stored) {
      open(sessionId).stored = stored.catch(() => {})
    },
    async settled(sessionId) {
      await channels.get(sessionId)?.stored
    },
    send(sessionId, event) {
      const channel = channels.get(sessionId)
      if (channel !== undefined && channel.listeners.size > 0) pass(channel, toSseMessage(event), event.type)
    },
    listen(sessionId, listener, onEnd = () => {}) {
      const channel = open(sessionId)
      channel.listeners.set(listener, onEnd)
      return () => {
        channel.listeners.delete(listener)
        closeIdle(sessionId, channel)
      }
    },
    end(sessionId) {
      for (const onEnd of [...(channels.get(sessionId)?.listeners.values() ?? [])]) onEnd()
    },
    listenedSessions: () => [...channels].filter(([, { listeners }]) => listeners.size > 0).map(([id]) => id),
  }
}
