/**
 * Calls `flush` at once for the first request of a frame, and once more at the next frame for all that came since:
 * a lone word is on the page without waiting, a burst costs one rendering per frame.
 */
export function createFrameThrottle(flush: () => void): { request: () => void; close: () => void } {
  let frame: number | undefined
  let waiting = false

  function handleFrame() {
    frame = undefined
    if (waiting) run()
  }

  function run() {
    waiting = false
    // A hidden page has no frames, and nothing to draw.
    if (!document.hidden) frame = window.requestAnimationFrame(handleFrame)
    flush()
  }

  return {
    request() {
      if (frame === undefined || document.hidden) run()
      else waiting = true
    },
    close() {
      if (frame !== undefined) window.cancelAnimationFrame(frame)
    },
  }
}
