const ASK_EVERY_MS = 500

/**
 * npm runs its scripts through a shell that does not pass a signal on: when npm is ended, the shell goes and we would
 * stay behind. So we end when our parent has changed.
 */
export function stopWithParent() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, ASK_EVERY_MS)
  timer.unref()
}
