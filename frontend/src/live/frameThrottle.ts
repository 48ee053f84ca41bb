/**
 * Calls `flush` at once for the first request of a frame, and at the next frame for all later ones. A single word is
 * shown without delay, and a burst causes one rendering per frame.
 */
export function createFrameThrottle(flush: () => void): { request: () => void; close: () => void } {
  let frame: number | undefined
  let isRequested = false

  function handleFrame() {
    frame = undefined
    if (isRequested) run()
  }

  function run() {
    isRequested = false
    // A hidden page has no frames.
    if (!document.hidden) frame = window.requestAnimationFrame(handleFrame)
    flush()
  }

  return {
    request() {
      if (frame === undefined || document.hidden) run()
      else isRequested = true
    },
    close() {
      if (frame !== undefined) window.cancelAnimationFrame(frame)
    },
  }
}
