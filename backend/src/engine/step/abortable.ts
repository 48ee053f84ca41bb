import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'

/** Reads a stream to its end. An abort ends it at once and throws its reason. */
export async function forEachPart(
  stream: ReadableStream<LanguageModelV4StreamPart>,
  signal: AbortSignal,
  /** Returns whether to continue. */
  take: (part: LanguageModelV4StreamPart) => boolean,
): Promise<void> {
  const reader = stream.getReader()
  const cancel = (): void => void reader.cancel(signal.reason).catch(() => {})
  signal.addEventListener('abort', cancel, { once: true })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      signal.throwIfAborted()
      if (done || !take(value)) return
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}

/** The result of `work`. Throws the reason of an abort that comes first. */
export async function raceAbort<Result>(work: PromiseLike<Result>, signal: AbortSignal): Promise<Result> {
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  signal.throwIfAborted()
  await Promise.race([work, aborted])
  signal.throwIfAborted()
  return work
}
