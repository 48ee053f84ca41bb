import type { IncomingMessage } from 'node:http'

import { BodySlices, SLICE_BYTES } from './bodySlices.ts'

/** Gets each slice of a body before its reader, and returns the part that the reader still receives. */
export type BodyTap = (slice: Buffer) => Uint8Array

export interface ResponseBodyOptions {
  readonly tap: BodyTap
  readonly maxBytes: number
  /** More than `maxBytes` arrived. */
  readonly onTooLarge: () => void
  /** Bytes have arrived. */
  readonly onArrival: () => void
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

/**
 * The body of a response as a web stream, which passes it on in slices. Canceling the stream closes the connection.
 */
export function toResponseBody(
  incoming: IncomingMessage,
  { tap, maxBytes, onTooLarge, onArrival, onPause, onResume }: ResponseBodyOptions,
): ResponseBody {
  let size = 0
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  /** Ends the stream once everything that arrived has been passed on. */
  let finish: (() => void) | undefined
  const forget = (): void => {
    controller = undefined
    slices.drop()
  }
  const fail: ResponseBody['fail'] = (reason) => {
    controller?.error(reason)
    forget()
    incoming.destroy()
  }
  const end = (): void => {
    controller?.close()
    forget()
  }
  const isReady = (): boolean => (controller?.desiredSize ?? 0) > 0

  const slices = new BodySlices({
    isReady,
    take: (slice) => {
      const room = maxBytes - size
      size += slice.length
      const rest = tap(size > maxBytes ? slice.subarray(0, room) : slice)
      if (rest.length > 0) controller?.enqueue(rest)
      if (size > maxBytes) onTooLarge()
      proceed()
    },
  })
  const proceed = (): void => {
    slices.proceed()
    if (slices.isEmpty && finish !== undefined) return finish()
    if (!incoming.isPaused() || slices.isFull || !isReady()) return
    onResume()
    incoming.resume()
  }
  const finishWith = (last: () => void): void => {
    finish = last
    proceed()
  }

  incoming.on('data', (piece: Buffer) => {
    if (controller === undefined) return
    onArrival()
    slices.add(piece)
    if (incoming.isPaused() || (isReady() && !slices.isFull)) return
    incoming.pause()
    onPause()
  })
  incoming.once('end', () => finishWith(end))
  incoming.on('error', (cause) => finishWith(() => fail(new TypeError('terminated', { cause }))))

  const stream = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened
      },
      pull: () => proceed(),
      cancel: () => {
        forget()
        incoming.destroy()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: SLICE_BYTES }),
  )
  const cut = (): void => {
    end()
    incoming.destroy()
  }
  return { stream, fail, cut }
}
