import { useCallback, useEffect, useState } from 'react'

import type { SessionDetail } from '../types/api.ts'
import type { UserError } from '../types/userError.ts'

export type Situation = Pick<SessionDetail, 'headId' | 'messages' | 'modelConfig'> | null

interface Shown {
  readonly error: UserError
  /** What the error depends on, when it was first shown. */
  readonly cause: string | null
}

/** An error of an action in a session. It ends by itself when its cause has ended. */
export function useTransientError(
  situation: Situation,
  isLost: boolean,
): readonly [UserError | null, (error: UserError | null) => void] {
  const [shown, setShown] = useState<Shown | null>(null)
  const reconnections = useReconnections(isLost)

  const cause = shown === null ? '' : causeOf(shown.error.code, situation, reconnections)
  if (shown?.cause === null) setShown({ ...shown, cause })
  else if (shown !== null && shown.cause !== cause) setShown(null)

  const setError = useCallback((error: UserError | null) => setShown(error && { error, cause: null }), [])
  return [shown?.error ?? null, setError]
}

/** The part of the situation that the error is about. */
function causeOf(code: string, situation: Situation, reconnections: number): string {
  const last = situation?.messages.at(-1)
  switch (code) {
    case 'server-unreachable':
      return [reconnections, situation?.headId, last?.status].join()
    case 'turn-running':
      return [situation?.headId, last?.status].join()
    case 'no-model':
    case 'model-config-not-found':
    case 'provider-not-supported':
    case 'unreadable-key':
      return [situation?.modelConfig?.id, situation?.modelConfig?.fallback].join()
    // It says what has just been shown.
    case 'head-moved':
      return ''
    default:
      return [situation?.headId].join()
  }
}

/** How often the connection has come back. */
function useReconnections(isLost: boolean): number {
  const [connection, setConnection] = useState({ isLost, count: 0 })
  if (connection.isLost !== isLost) setConnection({ isLost, count: connection.count + (isLost ? 0 : 1) })

  useEffect(() => {
    const handleOnline = () => setConnection(({ count, ...before }) => ({ ...before, count: count + 1 }))
    window.addEventListener('online', handleOnline)
    return () => window.removeEventListener('online', handleOnline)
  }, [])
  return connection.count
}
