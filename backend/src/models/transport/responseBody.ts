import type { IncomingMessage } from 'node:http'

/** Gets each piece of a body before its reader, and returns the part that the reader still receives. */
export type BodyTap = (piece: Buffer) => Uint8Array

export interface ResponseBodyOptions {
  readonly tap: BodyTap
  readonly maxBytes: number
  /** More than `maxBytes` arrived. */
  readonly onTooLarge: () => void
  /** The reader is behind: nothing more is read from the connection until `onResume`. */
  readonly onPause: () => void
  readonly onResume: () => void
}

export interface ResponseBody {
  readonly stream: ReadableStream<Uint8Array>
  /** Ends the stream with the reason, and closes the connection. */
  readonly fail: (reason: unknown) => void
  /** Ends the stream as if nothing more had come, and closes the connection. */
  readonly cut: () => void
}

const READ_AHEAD_BYTES = 64 * 1024

/** The body of a response as a web stream. Canceling the stream closes the connection. */
export function toResponseBody(
  incoming: IncomingMessage,
  { tap, maxBytes, onTooLarge, onPause, onResume }: ResponseBodyOptions,
): ResponseBody {
  let size = 0
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const fail: ResponseBody['fail'] = (reason) => {
    controller?.error(reason)
    controller = undefined
    incoming.destroy()
  }
  const end = (): void => {
    controller?.close()
    controller = undefined
  }

  incoming.on('data', (piece: Buffer) => {
    if (controller === undefined) return
    const room = maxBytes - size
    size += piece.length
    const rest = tap(size > maxBytes ? piece.subarray(0, room) : piece)
    if (rest.length > 0) controller.enqueue(rest)
    if (size > maxBytes) return onTooLarge()
    if (rest.length === 0) return
    if ((controller.desiredSize ?? 0) > 0) return
    incoming.pause()
    onPause()
  })
  incoming.once('end', end)
  incoming.on('error', (cause) => fail(new TypeError('terminated', { cause })))

  const stream = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened
      },
      pull: () => {
        if (!incoming.isPaused()) return
        onResume()
        incoming.resume()
      },
      cancel: () => {
        controller = undefined
        incoming.destroy()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: READ_AHEAD_BYTES }),
  )
  const cut = (): void => {
    end()
    incoming.destroy()
  }
  return { stream, fail, cut }
}
