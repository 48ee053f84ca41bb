import { SessionList } from '../components/sessions/SessionList.tsx'
import { useSessionActions } from '../hooks/useSessionActions.ts'
import { useGetSessionPagesInfiniteQuery } from '../services/session.ts'

interface SessionsPanelProps {
  /** Only the sessions of this gamebook; null for those of all. */
  readonly gamebook: { readonly id: string; readonly title: string } | null
  /** How many are shown at first, and each time that older ones are requested; the server decides if it is omitted. */
  readonly pageSize?: number
}

/** The list of sessions, if there are any. */
export function SessionsPanel({ gamebook, pageSize }: SessionsPanelProps) {
  const query = {
    ...(gamebook !== null && { gamebookId: gamebook.id }),
    ...(pageSize !== undefined && { limit: pageSize }),
  }
  const sessions = useGetSessionPagesInfiniteQuery(query)
  const deleted = useGetSessionPagesInfiniteQuery({ ...query, deleted: true, limit: MOST_DELETED })
  const actions = useSessionActions()
  const shown = sessions.data?.pages.flatMap(({ data }) => data) ?? []
  const restorable = deleted.data?.pages.flatMap(({ data }) => data) ?? []
  if (sessions.data === undefined || deleted.data === undefined) return null
  // A session that was just deleted moves from one list to the other.
  const isMoving = sessions.isFetching || deleted.isFetching
  if (shown.length === 0 && restorable.length === 0 && !isMoving) return null
  return (
    <SessionList
      sessions={shown}
      deleted={restorable}
      gamebookTitle={gamebook?.title ?? null}
      onShowOlder={sessions.hasNextPage ? () => void sessions.fetchNextPage() : null}
      actions={actions}
    />
  )
}

const MOST_DELETED = 100
