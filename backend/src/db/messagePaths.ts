import type { Message } from '../messages/message.ts'
import { lengthOf, type PathMessage, toPathMessage } from '../messages/pathMessage.ts'
import { loadPath } from './models/loadPath.ts'
import type { Database } from './tables.ts'

/** The paths of sessions, cached: a finished message never changes. */
export interface MessagePaths {
  /**
   * The messages from the root to `headId`. For a very long story, only its end: the first message then has a parent.
   * Empty for null and for a message of another session.
   */
  load(sessionId: string, headId: string | null): Promise<readonly PathMessage[]>
  /** Adds a new message if the cached path contains its parent. */
  extend(message: Message): void
  /** Call when a session was deleted. */
  forget(sessionId: string): void
}

export interface MessagePathsOptions {
  /** Sessions that are open or running are the last to leave the cache. */
  readonly isWatched?: (sessionId: string) => boolean
  /** Of all cached paths, approximately. */
  readonly maxBytes?: number
  /** Of one path, in characters of a request. A path that grows beyond it loses its beginning. */
  readonly maxLength?: number
}

interface CachedPath {
  readonly messages: readonly PathMessage[]
  /** For a model. */
  readonly length: number
  /** In memory, about. */
  readonly bytes: number
}

const EMPTY: CachedPath = { messages: [], length: 0, bytes: 0 }

const MAX_BYTES = 64 * 1024 * 1024
/** What a message takes in memory in addition to its text and its unparsed columns. */
const MESSAGE_BYTES = 1000
/** More than any model reads. */
const MAX_LENGTH = 8_000_000
/** Cutting a lot at once keeps the beginning of the prompt the same for many turns, so providers can cache it. */
const KEPT_OF_LONG_PATH = 0.75

export function createMessagePaths(db: Database, options: MessagePathsOptions = {}): MessagePaths {
  const { isWatched = () => false, maxBytes = MAX_BYTES, maxLength = MAX_LENGTH } = options
  const cached = new Map<string, CachedPath>()
  let size = 0

  const forget = (sessionId: string): void => {
    size -= cached.get(sessionId)?.bytes ?? 0
    cached.delete(sessionId)
  }

  const makeRoom = (): void => {
    if (size <= maxBytes) return
    for (const isSpared of [isWatched, () => false]) {
      for (const sessionId of [...cached.keys()].slice(0, -1)) {
        if (size <= maxBytes) return
        if (!isSpared(sessionId)) forget(sessionId)
      }
    }
  }

  /** Makes the path the newest in the cache. */
  const keep = (sessionId: string, path: CachedPath): void => {
    forget(sessionId)
    cached.set(sessionId, path)
    size += path.bytes
    makeRoom()
  }

  const load: MessagePaths['load'] = async (sessionId, headId) => {
    if (headId === null) return []
    const known = cached.get(sessionId)?.messages ?? []
    const index = known.findLastIndex(({ id }) => id === headId)
    if (index !== -1) return known.slice(0, index + 1)
    const places = new Map(known.map(({ id }, place) => [id, place]))
    const length = maxLength * KEPT_OF_LONG_PATH
    const loaded = await loadPath(db, sessionId, headId, { isKnown: (id) => places.has(id), length })
    const [first] = loaded
    if (first === undefined) return []
    const parent = places.get(first.parentId ?? '')
    const path = parent === undefined ? loaded : [...known.slice(0, parent + 1), ...loaded]
    const unfinished = path.findLastIndex(({ status }) => status === 'streaming')
    keep(sessionId, withinLength(pathOf(unfinished === -1 ? path : path.slice(0, unfinished)), maxLength))
    return path
  }

  return {
    load,
    extend(message) {
      if (message.status === 'streaming') return
      const known = cached.get(message.sessionId) ?? EMPTY
      const { messages } = known
      const parent = messages.findLastIndex(({ id }) => id === message.parentId)
      if (message.parentId !== null && parent === -1) return
      const added = toPathMessage(message)
      const isLast = parent === messages.length - 1
      const path = isLast ? known : pathOf(messages.slice(0, parent + 1))
      const { length, bytes } = pathOf([added])
      const longer = { messages: [...path.messages, added], length: path.length + length, bytes: path.bytes + bytes }
      keep(message.sessionId, withinLength(longer, maxLength))
    },
    forget,
  }
}

function pathOf(messages: readonly PathMessage[]): CachedPath {
  const sum = (sizeOf: (message: PathMessage) => number): number =>
    messages.reduce((total, message) => total + sizeOf(message), 0)
  return { messages, length: sum(lengthOf), bytes: sum(bytesOf) }
}

const bytesOf = (message: PathMessage): number => MESSAGE_BYTES + lengthOf(message) + (message.rawLength ?? 0)

/** Leaves out the beginning of a path that is too long. */
function withinLength(path: CachedPath, maxLength: number): CachedPath {
  if (path.length <= maxLength) return path
  const { messages } = path
  let kept = path.length
  const start = messages.findIndex((message, index) => {
    if (kept <= maxLength * KEPT_OF_LONG_PATH || index === messages.length - 1) return true
    kept -= lengthOf(message)
    return false
  })
  return pathOf(messages.slice(start))
}
