import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'
import { useMemo } from 'react'

import { Button } from '../components/common/buttons/Button.tsx'
import { ErrorNotice } from '../components/common/ErrorNotice.tsx'
import { NotFound } from '../components/common/NotFound.tsx'
import { PageLoading } from '../components/common/PageLoading.tsx'
import { PageFrame } from '../components/layout/PageFrame.tsx'
import type { MemoryActions } from '../components/memory/memoryActions.ts'
import { MemoryPage } from '../components/memory/MemoryPage.tsx'
import { isNotFound } from '../services/isNotFound.ts'
import {
  useDeletePinMutation,
  useGetMemoryQuery,
  useSaveNoteMutation,
  useSaveSummaryMutation,
} from '../services/memory.ts'
import { toUserError } from '../services/toUserError.ts'
import { commonText } from '../text/common.ts'
import type { UserError } from '../types/userError.ts'

interface MemoryRouteProps {
  readonly sessionId: string
}

export function MemoryRoute({ sessionId }: MemoryRouteProps) {
  const memory = useGetMemoryQuery(sessionId, { refetchOnMountOrArgChange: true })
  const [deletePin] = useDeletePinMutation()
  const [saveNote] = useSaveNoteMutation()
  const [saveSummary] = useSaveSummaryMutation()
  const actions = useMemo(
    (): MemoryActions => ({
      removePin: (pinId) => settle(deletePin({ sessionId, pinId })),
      saveNote: (text) => settle(saveNote({ sessionId, text })),
      saveSummary: (text) => settle(saveSummary({ sessionId, text })),
    }),
    [sessionId, deletePin, saveNote, saveSummary],
  )
  return (
    <PageFrame>
      {memory.data !== undefined ? (
        <MemoryPage sessionId={sessionId} memory={memory.data} actions={actions} />
      ) : memory.error === undefined ? (
        <PageLoading />
      ) : isNotFound(memory.error) ? (
        <NotFound what="session" />
      ) : (
        <ErrorNotice error={toUserError(memory.error)}>
          <Button onClick={() => void memory.refetch()}>{commonText('tryAgain')}</Button>
        </ErrorNotice>
      )}
    </PageFrame>
  )
}

async function settle(
  request: PromiseLike<{ readonly error?: FetchBaseQueryError | SerializedError | undefined }>,
): Promise<UserError | null> {
  const { error } = await request
  return error === undefined ? null : toUserError(error)
}
