import type { ServerResponse } from 'node:http'

/** Sends frames to one client. A client that leaves too much unread is disconnected. */
export interface FrameWriter {
  /** Sends a frame together with the others of this tick, in order. Does nothing after the end. */
  add(frame: Uint8Array): void
  /** Ends the response after the last frame. */
  end(): void
}

/** Writes to the connection once per tick, because each write is a system call. */
export function createFrameWriter(response: ServerResponse, maxUnreadBytes: number): FrameWriter {
  let waiting: Uint8Array[] = []

  const write = (): void => {
    const frames = waiting
    waiting = []
    if (frames.length === 0 || response.destroyed) return
    response.cork()
    for (const frame of frames) response.write(frame)
    response.uncork()
    if (response.writableLength > maxUnreadBytes) response.destroy()
  }

  return {
    add(frame) {
      // A slow client stays subscribed until it has read the rest. Writing to it would be an error that nobody handles.
      if (response.writableEnded) return
      if (waiting.push(frame) === 1) setImmediate(write)
    },
    end() {
      write()
      response.end()
    },
  }
}
