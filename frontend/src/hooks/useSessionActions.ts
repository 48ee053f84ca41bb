import { useMemo } from 'react'

import type { SessionActions } from '../components/sessions/sessionActions.ts'
import {
  useDeleteSessionMutation,
  useDuplicateSessionMutation,
  useRenameSessionMutation,
  useRestoreSessionMutation,
} from '../services/session.ts'
import { toUserError } from '../services/toUserError.ts'

export function useSessionActions(): SessionActions {
  const [renameSession] = useRenameSessionMutation()
  const [duplicateSession] = useDuplicateSessionMutation()
  const [deleteSession] = useDeleteSessionMutation()
  const [restoreSession] = useRestoreSessionMutation()
  return useMemo(
    () => ({
      rename: async (sessionId, title) => toResult(await renameSession({ sessionId, title })),
      duplicate: async (sessionId) => toResult(await duplicateSession(sessionId)),
      remove: async (sessionId) => toResult(await deleteSession({ sessionId })),
      restore: async (sessionId) => toResult(await restoreSession(sessionId)),
      removeForever: async (sessionId) => toResult(await deleteSession({ sessionId, forever: true })),
    }),
    [renameSession, duplicateSession, deleteSession, restoreSession],
  )
}

type Failure = Parameters<typeof toUserError>[0]

const toResult = ({ error }: { readonly error?: Failure | undefined }) =>
  error === undefined ? null : toUserError(error)
