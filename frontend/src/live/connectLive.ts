import type { LiveEvent } from '../types/api.ts'
import { type OpenStream, openEventSource } from './openEventSource.ts'
import { parseLiveEvent } from './parseLiveEvent.ts'

const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 2000
/** After a longer sleep in the background the connection may be dead without having been told so. */
const TRUSTED_SLEEP_MS = 30_000
/** More than two heartbeats: after so much silence nobody is there, even if no error came. */
const TRUSTED_SILENCE_MS = 35_000

export interface LiveListener {
  readonly onEvent: (event: LiveEvent) => void
  readonly onOpen: () => void
  readonly onLost: () => void
}

/**
 * Listens to an event stream until it is told to stop, and comes back by itself, whatever ended the connection:
 * the browser's own EventSource gives up for good when a restarting server answers with an error.
 */
export function connectLive(url: string, listener: LiveListener, open: OpenStream = openEventSource): () => void {
  let retryMs = FIRST_RETRY_MS
  let timer: number | undefined
  let silenceTimer: number | undefined
  let hiddenSince: number | null = null
  let stream = openStream()

  function openStream() {
    awaitWord()
    const opened = open(url, {
      onOpen() {
        awaitWord()
        retryMs = FIRST_RETRY_MS
        listener.onOpen()
      },
      onLine(line) {
        awaitWord()
        const event = parseLiveEvent(line)
        if (event !== null) listener.onEvent(event)
      },
      onError: handleLoss,
    })
    return opened
  }

  function awaitWord() {
    window.clearTimeout(silenceTimer)
    silenceTimer = window.setTimeout(handleLoss, TRUSTED_SILENCE_MS)
  }

  function handleLoss() {
    window.clearTimeout(silenceTimer)
    stream.close()
    listener.onLost()
    timer = window.setTimeout(reconnect, retryMs)
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
  }

  function reconnect() {
    window.clearTimeout(timer)
    stream.close()
    stream = openStream()
  }

  function handleVisibility() {
    const slept = hiddenSince === null ? 0 : Date.now() - hiddenSince
    hiddenSince = document.hidden ? Date.now() : null
    if (slept > TRUSTED_SLEEP_MS) reconnect()
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
