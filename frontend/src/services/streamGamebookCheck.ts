import { gamebookText } from '../text/gamebook.ts'
import type { CheckProgress, GamebookCheck } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'
import { readLines } from './readLines.ts'
import { toUserError } from './toUserError.ts'

/** The server sends a line every three seconds. A connection that is silent for much longer is dead. */
const MAX_SILENCE_MS = 20_000

/** Checks a gamebook; its progress is reported from time to time. The check is canceled by the signal. */
export async function streamGamebookCheck(
  gamebookId: string,
  onProgress: (progress: CheckProgress) => void,
  signal: AbortSignal,
): Promise<{ readonly check: GamebookCheck } | { readonly error: UserError }> {
  const connection = new AbortController()
  const abort = (): void => connection.abort()
  signal.addEventListener('abort', abort, { once: true })
  let timer = setTimeout(abort, MAX_SILENCE_MS)
  let error = toUserError({ status: 'FETCH_ERROR', error: '' })
  try {
    const request = new Request(`/api/gamebooks/${gamebookId}/check/progress`, { signal: connection.signal })
    const response = await fetch(request)
    if (!response.ok || response.body === null) {
      return { error: toUserError({ status: response.status, data: await response.json().catch(() => null) }) }
    }
    error = INTERRUPTED
    for await (const line of readLines(response.body)) {
      clearTimeout(timer)
      timer = setTimeout(abort, MAX_SILENCE_MS)
      const received: unknown = JSON.parse(line)
      if (isCheck(received)) return { check: received }
      if (isProgress(received)) onProgress(received)
      else return { error: toUserError({ status: 500, data: received }) }
    }
  } catch {
    // The connection is broken.
  } finally {
    clearTimeout(timer)
  }
  return { error }
}

const INTERRUPTED: UserError = {
  code: 'check-interrupted',
  detail: gamebookText('check.interrupted.detail'),
  hint: gamebookText('check.interrupted.hint'),
}

const isCheck = (received: unknown): received is GamebookCheck =>
  typeof received === 'object' && received !== null && 'findings' in received

const isProgress = (received: unknown): received is CheckProgress =>
  typeof received === 'object' && received !== null && 'share' in received
