const waiting: (() => void)[] = []

function startNext(): void {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(startNext)
}

/**
 * Settles when the caller may read its next slice. Between two rounds of other work, only one caller goes on, so other
 * work waits for one slice even if many callers read long stories at the same time.
 */
export function waitForSlice(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(startNext)
  })
}
