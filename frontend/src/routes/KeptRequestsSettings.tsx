import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'

import { KeptRequests } from '../components/settings/KeptRequests.tsx'
import { useHashTarget } from '../hooks/useHashTarget.ts'
import {
  useDeleteKeptTextsMutation,
  useGetKeptTextsQuery,
  useGetRequestSettingsQuery,
  useSaveRequestSettingsMutation,
} from '../services/requests.ts'
import { toUserError } from '../services/toUserError.ts'
import type { UserError } from '../types/userError.ts'

/** How long the server keeps what was sent to models. */
export function KeptRequestsSettings() {
  const settings = useGetRequestSettingsQuery(undefined, { refetchOnMountOrArgChange: true })
  const kept = useGetKeptTextsQuery(undefined)
  const [saveSettings] = useSaveRequestSettingsMutation()
  const [deleteTexts] = useDeleteKeptTextsMutation()
  useHashTarget('requests', settings.data !== undefined && kept.data !== undefined)
  if (settings.data === undefined || kept.data === undefined) return null
  return (
    <KeptRequests
      keepTexts={settings.data.keepTexts}
      kept={kept.data}
      onChange={(keepTexts) => settle(saveSettings({ keepTexts }))}
      onRemove={() => settle(deleteTexts(undefined))}
    />
  )
}

async function settle(
  request: PromiseLike<{ readonly error?: FetchBaseQueryError | SerializedError | undefined }>,
): Promise<UserError | null> {
  const { error } = await request
  return error === undefined ? null : toUserError(error)
}
