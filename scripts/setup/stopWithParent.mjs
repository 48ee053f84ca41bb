const CHECK_EVERY_MS = 500

/**
 * Ends this process when its parent has gone. npm sends SIGTERM only to the shell in which it runs a script, and shells
 * such as dash don't pass it on, so the script would keep running.
 */
export function stopWithParent() {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, CHECK_EVERY_MS)
  timer.unref()
}
