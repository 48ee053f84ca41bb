import { setImmediate } from 'node:timers/promises'

import { ProviderStreamError } from './providerStreamError.ts'

/** Ends a stream of JSON lines with the error that one of them reports, which the package of Ollama would ignore. */
export function detectErrorLines(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init)
    if (!response.ok || response.body === null) return response
    const { status, statusText, headers } = response
    return new Response(response.body.pipeThrough(lineWatch(status)), { status, statusText, headers })
  }
}

const NEWLINE = 10

function lineWatch(status: number): TransformStream<Uint8Array, Uint8Array> {
  let line: Uint8Array[] = []
  const throwReported = async (): Promise<void> => {
    const text = Buffer.concat(line).toString()
    line = []
    if (!/^\s*\{\s*"error"\s*:/.test(text)) return
    // The reader must get the lines before this one, which an error would discard.
    await setImmediate()
    throw new ProviderStreamError(status, text)
  }
  return new TransformStream({
    async transform(piece, controller) {
      let start = 0
      for (let end = piece.indexOf(NEWLINE); end !== -1; end = piece.indexOf(NEWLINE, start)) {
        line.push(piece.subarray(start, end))
        await throwReported()
        controller.enqueue(piece.subarray(start, end + 1))
        start = end + 1
      }
      if (start === piece.length) return
      line.push(piece.subarray(start))
      controller.enqueue(piece.subarray(start))
    },
    flush: throwReported,
  })
}
