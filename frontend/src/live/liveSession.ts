import type { LiveEvent, MessagePage, SessionDetail } from '../types/api.ts'
import { applyEvent, canApply } from './applyEvent.ts'
import { connectLive } from './connectLive.ts'
import { createFrameThrottle } from './frameThrottle.ts'
import { addEarlier, keepEarlier } from './loadedMessages.ts'
import type { OpenStream } from './openEventSource.ts'

/** Shorter interruptions are not shown. */
const AWAY_DELAY_MS = 2000

export interface LiveView {
  /** Null until the first snapshot. */
  readonly session: SessionDetail | null
  readonly isLost: boolean
  /** The connection has been lost for longer than a moment. */
  readonly isAway: boolean
}

export interface LiveSession {
  readonly getView: () => LiveView
  /** Keeps a connection to the server open while there are subscribers. */
  readonly subscribe: (listener: () => void) => () => void
  /** Shows a session that was requested, unless the stream has brought it. */
  readonly showStored: (session: SessionDetail) => void
  /** Gets a new snapshot. */
  readonly refresh: () => void
  /** Shows the messages that were requested with `cursor`, unless the story has taken another path since. */
  readonly showEarlier: (cursor: string, page: MessagePage) => void
}

/** @param onAnswerEnd called when lists of sessions and endings may have changed */
export function createLiveSession(sessionId: string, onAnswerEnd: () => void, open?: OpenStream): LiveSession {
  const listeners = new Set<() => void>()
  let view: LiveView = { session: null, isLost: false, isAway: false }
  let published = view
  let isStreamed = false
  let awayTimer: number | undefined
  let disconnect: (() => void) | undefined

  const throttle = createFrameThrottle(publish)

  function publish() {
    if (published === view) return
    published = view
    for (const listener of listeners) listener()
  }

  function change(next: Partial<LiveView>) {
    view = { ...view, ...next }
    throttle.request()
  }

  function refresh() {
    disconnect?.()
    connect()
  }

  function connect() {
    disconnect = connectLive(`/api/sessions/${sessionId}/events`, connection, open)
  }

  const connection = {
    onEvent: (event: LiveEvent) => {
      if (!canApply(view.session, event)) {
        refresh()
        return
      }
      if (event.type === 'snapshot') isStreamed = true
      const session = applyEvent(view.session, event)
      if (session !== view.session) change({ session })
      if (event.type === 'message-end') onAnswerEnd()
    },
    onOpen: () => {
      window.clearTimeout(awayTimer)
      awayTimer = undefined
      if (view.isLost) change({ isLost: false, isAway: false })
    },
    onLost: () => {
      change({ isLost: true })
      awayTimer ??= window.setTimeout(() => change({ isAway: true }), AWAY_DELAY_MS)
    },
  }

  return {
    getView: () => published,
    subscribe(listener) {
      listeners.add(listener)
      if (disconnect === undefined) connect()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        window.clearTimeout(awayTimer)
        throttle.close()
        disconnect?.()
        disconnect = undefined
      }
    },
    refresh,
    showStored(session) {
      if (!isStreamed) change({ session: keepEarlier(view.session, session) })
    },
    showEarlier(cursor, page) {
      if (view.session === null) return
      view = { ...view, session: addEarlier(view.session, cursor, page) }
      publish()
    },
  }
}
