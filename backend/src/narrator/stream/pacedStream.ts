import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { setTimeout } from 'node:timers/promises'

export interface Pace {
  /** Milliseconds before every word. */
  readonly wordDelayMs: number
  readonly signal: AbortSignal | undefined
}

/** Streams the parts, each word after its delay. An abort ends the stream at once with the signal's reason. */
export function pacedStream(
  parts: readonly LanguageModelV4StreamPart[],
  { wordDelayMs, signal }: Pace,
): ReadableStream<LanguageModelV4StreamPart> {
  const canceled = new AbortController()
  const stop = signal === undefined ? canceled.signal : AbortSignal.any([signal, canceled.signal])
  const remaining = parts.values()
  return new ReadableStream<LanguageModelV4StreamPart>({
    async pull(controller) {
      const next = remaining.next()
      if (next.done === true) {
        controller.close()
        return
      }
      if (next.value.type === 'text-delta' && wordDelayMs > 0) await wait(wordDelayMs, stop)
      stop.throwIfAborted()
      controller.enqueue(next.value)
    },
    cancel(reason) {
      canceled.abort(reason)
    },
  })
}

/** Rejects with the signal's own reason, as `fetch` does. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal })
  } catch (cause) {
    throw signal.aborted ? signal.reason : cause
  }
}
