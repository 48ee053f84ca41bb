import type { Message } from '../messages/message.ts'
import { loadPath } from './models/messageQueries.ts'
import type { Database } from './tables.ts'

/** The story so far of sessions, remembered: a finished message never changes. */
export interface MessagePaths {
  /** The messages from the root to `headId`; null is before the first. None where it is no message of the session. */
  load(sessionId: string, headId: string | null): Promise<readonly Message[]>
  /** Takes in a message as it is made, where the remembered path leads to its place. */
  extend(message: Message): void
}

/** Enough for many open sessions; older ones are read again. */
const MAX_REMEMBERED = 4000

export function createMessagePaths(db: Database): MessagePaths {
  const remembered = new Map<string, readonly Message[]>()
  let size = 0

  const remember = (sessionId: string, path: readonly Message[]): void => {
    size += path.length - (remembered.get(sessionId)?.length ?? 0)
    // Set anew, it is the youngest.
    remembered.delete(sessionId)
    remembered.set(sessionId, path)
    for (const [oldest, oldPath] of remembered) {
      if (size <= MAX_REMEMBERED) return
      remembered.delete(oldest)
      size -= oldPath.length
    }
  }

  return {
    async load(sessionId, headId) {
      if (headId === null) return []
      const known = remembered.get(sessionId) ?? []
      const place = known.findIndex(({ id }) => id === headId)
      if (place !== -1) return known.slice(0, place + 1)
      const last = known.at(-1)
      const loaded = await loadPath(db, sessionId, headId, last?.id)
      if (loaded.length === 0) return []
      const path = last !== undefined && loaded[0]?.parentId === last.id ? [...known, ...loaded] : loaded
      const unfinished = path.findIndex(({ status }) => status === 'streaming')
      remember(sessionId, unfinished === -1 ? path : path.slice(0, unfinished))
      return path
    },
    extend(message) {
      if (message.status === 'streaming') return
      const known = remembered.get(message.sessionId) ?? []
      const parent = known.findIndex(({ id }) => id === message.parentId)
      const isNext = message.parentId === null || parent !== -1
      if (isNext) remember(message.sessionId, [...known.slice(0, parent + 1), message])
    },
  }
}
