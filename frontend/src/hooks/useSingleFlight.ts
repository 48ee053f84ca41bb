import { useCallback, useRef } from 'react'

/** Starts the same action once at a time: a second click while it runs gets the result of the first. */
export function useSingleFlight<Result>(): (key: string, start: () => Promise<Result>) => Promise<Result> {
  const running = useRef(new Map<string, Promise<Result>>())
  return useCallback((key, start) => {
    const known = running.current.get(key)
    if (known !== undefined) return known
    const result = start().finally(() => running.current.delete(key))
    running.current.set(key, result)
    return result
  }, [])
}
