import { UnconfirmedWriteError, WriteQueueError } from '../writeErrors.ts'
import type { Batch, Command, Outcome } from './command.ts'

/** A write whose caller waits for its outcome. */
export interface WaitingWrite {
  /** A batch, which can share a group with its neighbors, or a command of its own. */
  readonly work: Batch | SingleCommand
  readonly settle: (outcome: Outcome) => void
  /** After a success, the writer does nothing else before this settles. */
  readonly until?: Promise<void>
}

export type SingleCommand = Exclude<Command, { readonly kind: 'group' | 'inside' }>

export interface WaitingWrites {
  readonly size: number
  /** Throws `WriteQueueError` if there is no room. */
  add(write: WaitingWrite): void
  /** The oldest write, with the ones after it that can share its transaction. They stay until they are removed. */
  startNext(): readonly WaitingWrite[]
  /** Milliseconds since a write was added. */
  ageOf(write: WaitingWrite): number
  /** Whether its caller is still waiting. */
  has(write: WaitingWrite): boolean
  /** Puts the started writes that were not removed back in the queue. */
  stopAll(): void
  remove(write: WaitingWrite): void
}

/** Enough for hundreds of players while the disk stalls for ten seconds. */
const MAX_WAITING = 2000
const MAX_WAITING_CHARACTERS = 16_000_000
/** A group is one message and one transaction. Later writes wait for it. */
const MAX_GROUP = 250
const MAX_GROUP_CHARACTERS = 2_000_000

export const isBatch = (work: WaitingWrite['work']): work is Batch => Array.isArray(work)

interface Entry {
  readonly characters: number
  readonly since: number
  readonly timer: NodeJS.Timeout
}

/** @param maxWaitMs after this time, a write that has not started is refused, and one that has is unconfirmed */
export function createWaitingWrites(maxWaitMs: number): WaitingWrites {
  // A map keeps the order.
  const entries = new Map<WaitingWrite, Entry>()
  let started: ReadonlySet<WaitingWrite> = new Set()
  let characters = 0

  const remove = (write: WaitingWrite): void => {
    const entry = entries.get(write)
    if (entry === undefined) return
    clearTimeout(entry.timer)
    entries.delete(write)
    characters -= entry.characters
  }

  const giveUp = (write: WaitingWrite): void => {
    const isStarted = started.has(write)
    // Its caller must be able to end the transaction if it begins after all.
    if (isStarted && !isBatch(write.work) && write.work.kind === 'begin') return
    remove(write)
    write.settle({
      error: isStarted
        ? new UnconfirmedWriteError(`The disk did not store a change within ${maxWaitMs} ms.`)
        : new WriteQueueError(`A change waited ${maxWaitMs} ms without being written.`),
    })
  }

  return {
    get size() {
      return entries.size
    },
    add(write) {
      const size = countCharacters(write)
      const isFull = entries.size >= MAX_WAITING || (entries.size > 0 && characters + size > MAX_WAITING_CHARACTERS)
      if (isFull) throw new WriteQueueError(`${entries.size} changes are waiting to be written.`)
      const timer = setTimeout(() => giveUp(write), maxWaitMs)
      timer.unref()
      entries.set(write, { characters: size, since: performance.now(), timer })
      characters += size
    },
    startNext() {
      const group: WaitingWrite[] = []
      let size = 0
      for (const [write, entry] of entries) {
        const isNext = group.length === 0 || (isBatch(write.work) && size + entry.characters <= MAX_GROUP_CHARACTERS)
        if (!isNext || group.length >= MAX_GROUP) break
        group.push(write)
        size += entry.characters
        if (!isBatch(write.work)) break
      }
      started = new Set(group)
      return group
    },
    ageOf: (write) => performance.now() - (entries.get(write)?.since ?? -Infinity),
    has: (write) => entries.has(write),
    stopAll() {
      started = new Set()
    },
    remove,
  }
}

function countCharacters({ work }: WaitingWrite): number {
  if (!isBatch(work)) return 0
  let sum = 0
  for (const { parameters } of work) for (const value of parameters) if (typeof value === 'string') sum += value.length
  return sum
}
