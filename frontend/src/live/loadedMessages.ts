import type { MessagePage, SessionDetail } from '../types/api.ts'

/** A snapshot has the end of the story only. The messages that precede it stay if they were loaded. */
export function keepEarlier(before: SessionDetail | null, snapshot: SessionDetail): SessionDetail {
  const parentId = snapshot.messages[0]?.parentId ?? null
  if (before === null || parentId === null) return snapshot
  const parentIndex = before.messages.findIndex(({ id }) => id === parentId)
  if (parentIndex === -1) return snapshot
  const earlier = before.messages.slice(0, parentIndex + 1)
  return { ...snapshot, messages: [...earlier, ...snapshot.messages], earlierCursor: before.earlierCursor }
}

/**
 * Puts a page before the oldest message.
 * @param cursor the cursor that the page was requested with; out of date if the story has taken another path since
 */
export function addEarlier(session: SessionDetail, cursor: string, page: MessagePage): SessionDetail {
  if (session.earlierCursor !== cursor) return session
  const earlierCursor = page.data.length === 0 ? null : page.earlierCursor
  return { ...session, messages: [...page.data, ...session.messages], earlierCursor }
}
