import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { setTimeout } from 'node:timers/promises'

export interface Pace {
  /** Milliseconds before every word. */
  readonly wordDelayMs: number
  readonly signal: AbortSignal | undefined
}

/** Gives the parts as they are asked for, each word after its delay. An abort ends it at once with the signal's reason. */
export function pacedStream(
  parts: readonly LanguageModelV4StreamPart[],
  { wordDelayMs, signal }: Pace,
): ReadableStream<LanguageModelV4StreamPart> {
  const cancelled = new AbortController()
  const stop = signal === undefined ? cancelled.signal : AbortSignal.any([signal, cancelled.signal])
  const left = parts.values()
  return new ReadableStream<LanguageModelV4StreamPart>({
    async pull(controller) {
      const next = left.next()
      if (next.done === true) {
        controller.close()
        return
      }
      if (next.value.type === 'text-delta' && wordDelayMs > 0) await wait(wordDelayMs, stop)
      stop.throwIfAborted()
      controller.enqueue(next.value)
    },
    cancel(reason) {
      cancelled.abort(reason)
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
