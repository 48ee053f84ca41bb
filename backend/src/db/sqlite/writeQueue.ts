import { toError } from '../../toError.ts'
import type { Batch, Command, Outcome, Statement, Stored, Writer } from './command.ts'
import { createPauses, isBusy } from './waitWhileBusy.ts'
import { createWaitingWrites, isBatch, type WaitingWrite } from './waitingWrites.ts'

/** Sends all writes to the one writer, in order. */
export interface WriteQueue {
  /** Stores all statements or none. Throws `WriteQueueError`, `UnconfirmedWriteError` and errors of the statements. */
  store(batch: Batch): Promise<Stored>
  /** Runs a statement that can't share a transaction, such as a pragma. */
  runAlone(statement: Statement): Promise<Stored>
  /** Begins a transaction, which has the writer to itself until it ends. */
  begin(): Promise<Transaction>
  /** Runs the waiting writes, without waiting for locks, and closes the writer. */
  close(): Promise<void>
}

/** Runs its statements in the order in which they are sent, also if several are sent at once. */
export interface Transaction {
  run(statements: Batch): Promise<Stored>
  commit(): Promise<void>
  /** Does nothing if the transaction has ended. */
  rollBack(): Promise<void>
}

export interface WriteQueueOptions {
  readonly writer: Writer
  /** How long a write waits for a lock of another process. */
  readonly maxLockWaitMs: number
  /** How long a write waits for those before it and for the disk. */
  readonly maxWaitMs: number
}

/**
 * Batches that arrive while the writer is busy form the next group, so one commit and one disk flush store them all.
 */
export function createWriteQueue({ writer, maxLockWaitMs, maxWaitMs }: WriteQueueOptions): WriteQueue {
  const waiting = createWaitingWrites(maxWaitMs)
  let pumping: Promise<void> | null = null
  let isClosing = false

  /** Runs the next writes. Returns whether any of them found the database locked; those stay in the queue. */
  const runNext = async (lockedFor: number): Promise<'done' | 'locked'> => {
    const group = waiting.startNext()
    const outcomes = await runWrites(writer, group)
    waiting.stopAll()
    let state: 'done' | 'locked' = 'done'
    for (const [index, write] of group.entries()) {
      const outcome = outcomes[index] ?? { error: new Error(NO_OUTCOME) }
      const mayWait = !isClosing && Math.min(lockedFor, waiting.ageOf(write)) < maxLockWaitMs
      if (isBusy(outcome.error) && waiting.has(write) && mayWait) {
        state = 'locked'
        continue
      }
      waiting.remove(write)
      write.settle(outcome)
      if (outcome.error === undefined) await write.until
    }
    return state
  }

  const pump = async (): Promise<void> => {
    let pause = createPauses()
    let lastRun = performance.now()
    while (waiting.size > 0) {
      if ((await runNext(performance.now() - lastRun)) === 'locked') {
        await pause()
      } else {
        pause = createPauses()
        lastRun = performance.now()
      }
    }
    pumping = null
  }

  const add = (work: WaitingWrite['work'], until?: Promise<void>): Promise<Stored> =>
    new Promise((resolve, reject) => {
      if (isClosing) throw new Error('The database is closed.')
      const settle = (outcome: Outcome): void =>
        outcome.error === undefined ? resolve(outcome) : reject(outcome.error)
      waiting.add({ work, settle, ...(until !== undefined && { until }) })
      pumping ??= pump()
    })

  return {
    store: (batch) => add(batch),
    runAlone: (statement) => add({ kind: 'alone', statement }),
    async begin() {
      const ended = Promise.withResolvers<void>()
      await add({ kind: 'begin' }, ended.promise)
      return createTransaction(writer, ended.resolve)
    },
    async close() {
      isClosing = true
      while (pumping !== null) await pumping
      await writer.close()
    },
  }
}

const NO_OUTCOME = 'The writer gave no outcome.'

/** One outcome for each write. If the writer has ended, all of them get its error. */
async function runWrites(writer: Writer, writes: readonly WaitingWrite[]): Promise<readonly Outcome[]> {
  try {
    return await writer.run(toCommand(writes))
  } catch (error) {
    return writes.map(() => ({ error: toError(error) }))
  }
}

function toCommand(writes: readonly WaitingWrite[]): Command {
  const [first] = writes
  if (first !== undefined && !isBatch(first.work)) return first.work
  return { kind: 'group', batches: writes.flatMap(({ work }) => (isBatch(work) ? [work] : [])) }
}

/** Sends the statements of a transaction to its writer. */
function createTransaction(writer: Writer, onEnd: () => void): Transaction {
  let isOver = false
  const end = (): void => {
    isOver = true
    onEnd()
  }
  const send = async (command: Command): Promise<Stored> => {
    if (isOver) throw new Error('The transaction has ended.')
    // If the writer has ended, so has its transaction.
    const [outcome] = await writer.run(command).catch((error: unknown) => {
      end()
      throw error
    })
    if (outcome === undefined) throw new Error(NO_OUTCOME)
    if (outcome.error !== undefined) throw outcome.error
    return outcome
  }
  return {
    run: (statements) => send({ kind: 'inside', statements }),
    async commit() {
      await send({ kind: 'commit' })
      end()
    },
    async rollBack() {
      if (isOver) return
      try {
        await send({ kind: 'rollback' })
      } finally {
        end()
      }
    },
  }
}
