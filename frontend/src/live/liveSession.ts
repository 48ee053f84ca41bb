import type { LiveEvent, SessionDetail } from '../types/api.ts'
import { applyEvent } from './applyEvent.ts'
import { connectLive } from './connectLive.ts'
import { createFrameThrottle } from './frameThrottle.ts'
import type { OpenStream } from './openEventSource.ts'

/** Shorter absences are mended before anybody need know. */
const UNNOTICED_MS = 2000

export interface LiveView {
  /** Null until the first snapshot. */
  readonly session: SessionDetail | null
  readonly isLost: boolean
  /** The connection has been gone for longer than a moment. */
  readonly isAway: boolean
}

export interface LiveSession {
  readonly getView: () => LiveView
  /** Listens to the server for as long as anybody is subscribed. */
  readonly subscribe: (listener: () => void) => () => void
}

/** @param onTold an answer has ended: what lists of sessions and endings show may have changed */
export function createLiveSession(sessionId: string, onTold: () => void, open?: OpenStream): LiveSession {
  const listeners = new Set<() => void>()
  let view: LiveView = { session: null, isLost: false, isAway: false }
  let shown = view
  let awayTimer: number | undefined
  let disconnect: (() => void) | undefined

  const gate = createFrameThrottle(() => {
    if (shown === view) return
    shown = view
    for (const listener of listeners) listener()
  })

  function change(next: Partial<LiveView>) {
    view = { ...view, ...next }
    gate.request()
  }

  const connection = {
    onEvent: (event: LiveEvent) => {
      const session = applyEvent(view.session, event)
      if (session !== view.session) change({ session })
      if (event.type === 'message-end') onTold()
    },
    onOpen: () => {
      window.clearTimeout(awayTimer)
      awayTimer = undefined
      if (view.isLost) change({ isLost: false, isAway: false })
    },
    onLost: () => {
      change({ isLost: true })
      awayTimer ??= window.setTimeout(() => change({ isAway: true }), UNNOTICED_MS)
    },
  }

  return {
    getView: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      disconnect ??= connectLive(`/api/sessions/${sessionId}/events`, connection, open)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        window.clearTimeout(awayTimer)
        gate.close()
        disconnect?.()
        disconnect = undefined
      }
    },
  }
}
