import { setImmediate } from 'node:timers/promises'

import type { Settlement } from '../budgets/budgetStore.ts'
import type { RequestPurpose } from '../models/transport/requestLog.ts'
import type { SentRequest } from '../models/transport/requestObserver.ts'
import { addPack, type BlockStream, streamFrom } from './blockStream.ts'
import { type CutRequest, cutRequest, numberBlocks } from './cutRequest.ts'
import type { RequestBase, RequestStore, StoredRequest } from './storedRequest.ts'

/** A request without its text. */
export type PlainRequest = Omit<StoredRequest, 'baseId' | 'depth' | 'shared' | 'rest' | 'blocks' | 'bytes'>

export interface EndedRequest {
  readonly request: PlainRequest
  /** What budgets count of it; null if they hold no reservation for it. */
  readonly settlement: Settlement | null
}

/** Where the requests of a session are stored, one after the other. */
export interface RequestShelf {
  /** The last request for a purpose; undefined if it is not known yet. */
  findBefore(purpose: RequestPurpose): RequestBase | null | undefined
  /** Stores a request, which may be cut already. */
  add(ended: EndedRequest, sent: SentRequest, cut: CutRequest | null): Promise<void>
}

interface Shelf {
  /** Null: before a request without a session there is none. */
  readonly sessionId: string | null
  readonly before: Map<RequestPurpose, RequestBase | null>
  stream: BlockStream | null
  queue: Promise<unknown>
  /** How much waits in its queue. */
  waiting: number
}

/** More sessions than play at the same time. */
const MOST_SHELVES = 200

export function createShelves(store: RequestStore) {
  const shelves = new Map<string, Shelf>()
  const pending = new Set<Promise<unknown>>()

  const newShelf = (sessionId: string | null): Shelf => ({
    sessionId,
    before: new Map(),
    stream: null,
    queue: Promise.resolve(),
    waiting: 0,
  })

  const findShelf = (sessionId: string | null): Shelf => {
    const shelf = shelves.get(sessionId ?? '') ?? newShelf(sessionId)
    if (sessionId === null) return shelf
    shelves.delete(sessionId)
    shelves.set(sessionId, shelf)
    if (shelves.size > MOST_SHELVES) {
      const idle = [...shelves].find(([id, { waiting }]) => waiting === 0 && id !== sessionId)
      if (idle !== undefined) shelves.delete(idle[0])
    }
    return shelf
  }

  const enqueue = <Result>(shelf: Shelf, work: () => Promise<Result>): Promise<Result> => {
    shelf.waiting += 1
    const done = shelf.queue.then(work)
    const end = (): void => {
      shelf.waiting -= 1
    }
    const ended = done.then(end, end)
    shelf.queue = ended
    pending.add(ended)
    void ended.finally(() => pending.delete(ended))
    return done
  }

  /** The next request refers to none before. */
  const forget = (shelf: Shelf): void => {
    shelf.before.clear()
    shelf.stream = null
  }

  const findBase = async (shelf: Shelf, purpose: RequestPurpose): Promise<RequestBase | null> => {
    const { sessionId, before } = shelf
    const known = before.get(purpose)
    if (known !== undefined || sessionId === null) return known ?? null
    const found = await store.findBase(sessionId, purpose)
    before.set(purpose, found)
    return found
  }

  const add = async (
    shelf: Shelf,
    { request, settlement }: EndedRequest,
    sent: SentRequest,
    early: CutRequest | null,
  ) => {
    await setImmediate()
    const { sessionId } = shelf
    const { id, purpose } = request
    const before = await findBase(shelf, purpose)
    const cut = early !== null && early.before === before ? early : cutRequest(sent, before)
    const size = { blocks: cut.hashes.length, bytes: cut.bytes }
    if (!(await store.keepsTexts())) {
      await store.insert({ ...request, ...size, ...NOT_KEPT }, null, settlement)
      return forget(shelf)
    }
    const stream = shelf.stream ?? streamFrom(sessionId === null ? 0 : await store.findNext(sessionId))
    const { blocks, numbers, layout } = numberBlocks(cut, stream.next)
    const added = cut.texts.size === 0 ? null : await addPack(stream, [...cut.texts.values()])
    await store.insert({ ...request, ...size, ...layout }, added?.pack ?? null, settlement)
    shelf.stream = added?.stream ?? stream
    shelf.before.set(purpose, { id, depth: layout.depth, blocks, numbers })
  }

  return {
    /** A session's shelf may be another one later, so it is found each time. */
    find: (sessionId: string | null): RequestShelf => ({
      findBefore: (purpose) => (sessionId === null ? null : findShelf(sessionId).before.get(purpose)),
      add(ended, sent, cut) {
        const shelf = findShelf(sessionId)
        return enqueue(shelf, () =>
          add(shelf, ended, sent, cut).catch((failure: unknown) => {
            forget(shelf)
            throw failure
          }),
        )
      },
    }),
    /** Runs work that removes texts of a session. */
    alone: <Result>(sessionId: string, work: () => Promise<Result>): Promise<Result> => {
      const shelf = findShelf(sessionId)
      return enqueue(shelf, async () => {
        forget(shelf)
        return work()
      })
    },
    async settled(): Promise<void> {
      while (pending.size > 0) await Promise.all(pending)
    },
  }
}

const NOT_KEPT = { baseId: null, depth: 0, shared: 0, rest: null } as const
