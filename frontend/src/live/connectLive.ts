import type { LiveEvent } from '../types/api.ts'
import { type OpenStream, openEventSource } from './openEventSource.ts'
import { parseLiveEvent } from './parseLiveEvent.ts'

const MIN_RETRY_MS = 250
const MAX_RETRY_MS = 2000
/** After a longer time in the background the connection may be dead without an error. */
const MAX_SLEEP_MS = 30_000
/** More than two heartbeats. After a longer silence the connection counts as lost. */
const MAX_SILENCE_MS = 35_000

export interface LiveListener {
  readonly onEvent: (event: LiveEvent) => void
  readonly onOpen: () => void
  readonly onLost: () => void
}

/**
 * Listens to an event stream until the returned function is called, and reconnects after every loss. The browser's
 * EventSource doesn't: it gives up when a restarting server responds with an error.
 */
export function connectLive(url: string, listener: LiveListener, open: OpenStream = openEventSource): () => void {
  let retryMs = MIN_RETRY_MS
  let timer: number | undefined
  let silenceTimer: number | undefined
  let hiddenSince: number | null = null
  let stream = openStream()

  function openStream() {
    restartSilenceTimer()
    const opened = open(url, {
      onOpen() {
        restartSilenceTimer()
        retryMs = MIN_RETRY_MS
        listener.onOpen()
      },
      onLine(line) {
        restartSilenceTimer()
        const event = parseLiveEvent(line)
        if (event !== null) listener.onEvent(event)
      },
      onError: handleLoss,
    })
    return opened
  }

  function restartSilenceTimer() {
    window.clearTimeout(silenceTimer)
    silenceTimer = window.setTimeout(handleLoss, MAX_SILENCE_MS)
  }

  function handleLoss() {
    window.clearTimeout(silenceTimer)
    stream.close()
    listener.onLost()
    timer = window.setTimeout(reconnect, retryMs)
    retryMs = Math.min(retryMs * 2, MAX_RETRY_MS)
  }

  function reconnect() {
    window.clearTimeout(timer)
    stream.close()
    stream = openStream()
  }

  function handleVisibility() {
    const slept = hiddenSince === null ? 0 : Date.now() - hiddenSince
    hiddenSince = document.hidden ? Date.now() : null
    if (slept > MAX_SLEEP_MS) reconnect()
  }

  window.addEventListener('online', reconnect)
  document.addEventListener('visibilitychange', handleVisibility)
  return () => {
    window.clearTimeout(timer)
    window.clearTimeout(silenceTimer)
    window.removeEventListener('online', reconnect)
    document.removeEventListener('visibilitychange', handleVisibility)
    stream.close()
  }
}
