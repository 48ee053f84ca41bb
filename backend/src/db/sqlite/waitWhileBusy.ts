import { setTimeout } from 'node:timers/promises'

import { errorCodes } from '../../errorCodes.ts'

/** Another connection has locked what a statement needs; the statement changed nothing. */
export const isBusy = (error: unknown): boolean =>
  errorCodes(error).some((code) => /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code) && code !== 'SQLITE_BUSY_SNAPSHOT')

const FIRST_PAUSE_MS = 1
const MAX_PAUSE_MS = 25

/** Waits a little longer each time. */
export function createPauses(): () => Promise<void> {
  let pause = FIRST_PAUSE_MS
  return async () => {
    await setTimeout(pause)
    pause = Math.min(pause * 2, MAX_PAUSE_MS)
  }
}

/** Repeats an action that finds the database locked, with pauses in which the thread is free. */
export async function waitWhileBusy<Result>(
  action: () => Result | Promise<Result>,
  maxWaitMs: number,
): Promise<Result> {
  const started = performance.now()
  const pause = createPauses()
  for (;;) {
    try {
      return await action()
    } catch (error) {
      if (!isBusy(error) || performance.now() - started >= maxWaitMs) throw error
      await pause()
    }
  }
}
