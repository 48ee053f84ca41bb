import type { Message } from '../messages/message.ts'
import { loadPath } from './models/messageQueries.ts'
import type { Database } from './tables.ts'

/** The paths of sessions, cached: a finished message never changes. */
export interface MessagePaths {
  /** The messages from the root to `headId`. Empty for null and for a message of another session. */
  load(sessionId: string, headId: string | null): Promise<readonly Message[]>
  /** Adds a new message if the cached path contains its parent. */
  extend(message: Message): void
}

/** Enough for many open sessions; others are read again. */
const MAX_CACHED = 4000

export function createMessagePaths(db: Database): MessagePaths {
  const cached = new Map<string, readonly Message[]>()
  let size = 0

  const cache = (sessionId: string, path: readonly Message[]): void => {
    size += path.length - (cached.get(sessionId)?.length ?? 0)
    // Setting it again makes it the newest.
    cached.delete(sessionId)
    cached.set(sessionId, path)
    for (const [oldest, oldPath] of cached) {
      if (size <= MAX_CACHED) return
      cached.delete(oldest)
      size -= oldPath.length
    }
  }

  return {
    async load(sessionId, headId) {
      if (headId === null) return []
      const known = cached.get(sessionId) ?? []
      const index = known.findIndex(({ id }) => id === headId)
      if (index !== -1) return known.slice(0, index + 1)
      const last = known.at(-1)
      const loaded = await loadPath(db, sessionId, headId, last?.id)
      if (loaded.length === 0) return []
      const path = last !== undefined && loaded[0]?.parentId === last.id ? [...known, ...loaded] : loaded
      const unfinished = path.findIndex(({ status }) => status === 'streaming')
      cache(sessionId, unfinished === -1 ? path : path.slice(0, unfinished))
      return path
    },
    extend(message) {
      if (message.status === 'streaming') return
      const known = cached.get(message.sessionId) ?? []
      const parent = known.findIndex(({ id }) => id === message.parentId)
      const isNext = message.parentId === null || parent !== -1
      if (isNext) cache(message.sessionId, [...known.slice(0, parent + 1), message])
    },
  }
}
