const cleanups = new Set<() => void>()

process.once('exit', () => {
  for (const cleanup of cleanups) cleanup()
})

/** Runs a cleanup when the process exits. Returns a function that cancels it. */
export function atExit(cleanup: () => void): () => void {
  cleanups.add(cleanup)
  return () => cleanups.delete(cleanup)
}
