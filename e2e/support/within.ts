import { setTimeout } from 'node:timers/promises'

/** Rejects if a promise takes longer. A browser that hangs would hold up all other tests, because closing it never fails. */
export async function within<Value>(milliseconds: number, what: string, promise: Promise<Value>): Promise<Value> {
  const stop = new AbortController()
  const late = setTimeout(milliseconds, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`${what} took longer than ${milliseconds / 1000} s.`)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    late.catch(() => {})
    stop.abort()
  }
}
