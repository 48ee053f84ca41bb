import { TruncatedStreamError } from './truncatedStreamError.ts'

/** Fails a stream that ends without its end marker: the package of OpenRouter would run a call that was cut off. */
export function requireDoneMarker(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init)
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (!response.ok || response.body === null || !isStream) return response
    const { status, statusText, headers } = response
    return new Response(response.body.pipeThrough(endWatch()), { status, statusText, headers })
  }
}

const END = /\[DONE\]|"finish_reason"\s*:\s*"|"error"\s*:\s*\{/
const LONGEST_MARK = 32

function endWatch(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder()
  let tail = ''
  let hasEnded = false
  return new TransformStream({
    transform(piece, controller) {
      if (!hasEnded) {
        const text = tail + decoder.decode(piece, { stream: true })
        hasEnded = END.test(text)
        tail = text.slice(-LONGEST_MARK)
      }
      controller.enqueue(piece)
    },
    flush() {
      if (!hasEnded) throw new TruncatedStreamError()
    },
  })
}
