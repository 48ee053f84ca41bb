import { LiveEvent } from '../../src/web/schemas/live.ts'

export interface EventStream {
  readonly headers: Headers
  /** All that came so far. Each is checked against the schema that clients are given. */
  readonly events: readonly LiveEvent[]
  /** The first event that fits, waited for if it has not come yet. */
  next(fits: (event: LiveEvent) => boolean): Promise<LiveEvent>
  /** Settles when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

/** Listens to a session of a server that listens at `address`. */
export async function openEvents(address: string, sessionId: string): Promise<EventStream> {
  const abort = new AbortController()
  const response = await fetch(`${address}/api/sessions/${sessionId}/events`, { signal: abort.signal })
  if (!response.ok || response.body === null) throw new Error(await response.text())
  const events: LiveEvent[] = []
  const waiting = new Set<() => void>()

  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const piece of body) {
      text += decoder.decode(piece, { stream: true })
      const frames = text.split('\n\n')
      text = frames.pop() ?? ''
      for (const frame of frames) {
        if (frame.startsWith('data: ')) events.push(LiveEvent.parse(JSON.parse(frame.slice('data: '.length))))
      }
      for (const look of waiting) look()
    }
  }

  return {
    headers: response.headers,
    events,
    next: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = events.find(fits)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    ended: read(response.body).catch(() => {}),
    close: () => abort.abort(),
  }
}
