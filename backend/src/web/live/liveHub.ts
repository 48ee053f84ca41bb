import type { TurnEvent } from '../../engine/turnEvent.ts'
import type { LiveEvent } from '../schemas/live.ts'
import { createHeartbeat } from './heartbeat.ts'
import { HEARTBEAT, toFrame, toPartDeltaFrame } from './sseMessage.ts'
import { TooManyStreamsError } from './tooManyStreamsError.ts'
import { type LiveTurn, toLiveEvent, type TurnContext } from './liveTurn.ts'

/** Receives each event as bytes of the event stream, which all subscribers share, with its type. */
export type LiveSubscriber = (frame: Uint8Array, type: LiveEvent['type']) => void

/** Publishes the events of sessions to their subscribers. Each event is encoded once. */
export interface LiveHub {
  /** Publishes an event of the engine. A dropped turn ends the subscriptions. */
  emit(sessionId: string, event: TurnEvent): void
  /** Prepares for a turn that is about to start. */
  expect(sessionId: string, context: TurnContext): void
  /** Undoes `expect` for a turn that did not start. */
  expectNoMore(sessionId: string): void
  /** Notes that the turn has started. Its messages are in the database when `stored` settles. */
  follow(sessionId: string, stored: Promise<void>): void
  /** Settles when all published messages are in the database. */
  settled(sessionId: string): Promise<void>
  send(sessionId: string, event: LiveEvent): void
  /**
   * Returns a function that unsubscribes. `onEnd` is called when the session is deleted. Throws `TooManyStreamsError`.
   */
  subscribe(sessionId: string, subscriber: LiveSubscriber, onEnd?: () => void): () => void
  /** Ends the subscriptions of a deleted session. */
  end(sessionId: string): void
  subscribedSessions(): readonly string[]
  /** Whether a session has a subscriber or a turn. */
  isActive(sessionId: string): boolean
}

interface Channel {
  /** The value ends the subscription. */
  readonly subscribers: Map<LiveSubscriber, () => void>
  turn: LiveTurn | null
  stored: Promise<void>
}

/** Each takes a connection and some kilobytes of memory. */
export const MAX_SUBSCRIBERS = 4000

export function createLiveHub(): LiveHub {
  const channels = new Map<string, Channel>()
  const heartbeat = createHeartbeat()
  let subscribed = 0

  const open = (sessionId: string): Channel => {
    const known = channels.get(sessionId)
    if (known !== undefined) return known
    const channel: Channel = { subscribers: new Map(), turn: null, stored: Promise.resolve() }
    channels.set(sessionId, channel)
    return channel
  }

  const closeIdle = (sessionId: string, { subscribers, turn }: Channel): void => {
    if (subscribers.size === 0 && turn === null) channels.delete(sessionId)
  }

  const publish = ({ subscribers }: Channel, frame: Uint8Array, type: LiveEvent['type']): void => {
    for (const subscriber of subscribers.keys()) subscriber(frame, type)
  }

  const endSubscriptions = ({ subscribers }: Channel): void => {
    for (const onEnd of [...subscribers.values()]) onEnd()
  }

  const publishEvent = (channel: Channel, event: LiveEvent): void => publish(channel, toFrame(event), event.type)

  return {
    emit(sessionId, event) {
      const channel = channels.get(sessionId)
      if (channel?.turn == null) return
      if (event.type === 'turn-dropped') {
        channel.turn = null
        // Pages that have seen its messages connect again and get a snapshot without them.
        endSubscriptions(channel)
        closeIdle(sessionId, channel)
        return
      }
      if (channel.subscribers.size > 0) {
        if (event.type === 'part-delta') publish(channel, toPartDeltaFrame(event), event.type)
        else publishEvent(channel, toLiveEvent(event, channel.turn))
      }
      if (event.type === 'message-start') channel.turn.started.push(event.message)
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
      if (channel !== undefined && channel.subscribers.size > 0) publishEvent(channel, event)
    },
    subscribe(sessionId, subscriber, onEnd = () => {}) {
      if (subscribed >= MAX_SUBSCRIBERS) throw new TooManyStreamsError(subscribed)
      const channel = open(sessionId)
      channel.subscribers.set(subscriber, onEnd)
      subscribed += 1
      const stopHeartbeat = heartbeat.add(() => subscriber(HEARTBEAT, 'heartbeat'))
      return () => {
        if (!channel.subscribers.delete(subscriber)) return
        subscribed -= 1
        stopHeartbeat()
        closeIdle(sessionId, channel)
      }
    },
    end(sessionId) {
      const channel = channels.get(sessionId)
      if (channel === undefined) return
      channel.turn = null
      endSubscriptions(channel)
      closeIdle(sessionId, channel)
    },
    isActive: (sessionId) => channels.has(sessionId),
    subscribedSessions: () => [...channels].filter(([, { subscribers }]) => subscribers.size > 0).map(([id]) => id),
  }
}
