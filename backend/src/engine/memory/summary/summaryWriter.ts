import { NO_REQUEST_LOG, type RequestLog } from '../../../models/transport/requestLog.ts'
import type { Narrator } from '../../../models/narrator.ts'
import { findDenial } from '../../../models/transport/requestDeniedError.ts'
import type { Summary } from '../../../sessions/summary.ts'
import type { TurnRequest } from '../../turn.ts'
import { raceAbort } from '../../step/abortable.ts'
import { blockBytesOf } from '../budget.ts'
import type { MemoryPlan } from '../planMemory.ts'
import { planSummary, type SummaryTask } from './planSummary.ts'
import { writeSummary } from './writeSummary.ts'

/** Writes summaries in the background: at most one at a time in a session, and never in the way of a turn. */
export interface SummaryWriter {
  /** Looks whether the story needs a summary, after a turn. Never throws. */
  consider(next: NextTurn): void
  /** Gives up what occupies a host that a turn needs now; it is tried again after a later turn. */
  makeWay(host: string | null): void
  /** Gives up what is being written for a session: it goes on from a summary that the player replaces now. */
  giveUp(sessionId: string): void
  /** Settles when nothing is being written. */
  settled(): Promise<void>
  /** Ends what is being written. */
  close(): Promise<void>
}

export interface NextTurn {
  /** The next turn, with the path up to the last answer. */
  readonly turn: TurnRequest
  readonly plan: MemoryPlan
  readonly findWriter: () => Promise<Narrator>
}

export interface SummaryWriterOptions {
  readonly insert: (summary: Summary) => Promise<void>
  readonly newId: () => string
  readonly now: () => string
  /** Called when a summary could not be written. */
  readonly onFailure: (sessionId: string, failure: unknown) => void
  /** Whether requests to a host wait for each other. */
  readonly isLocal: (host: string) => boolean
  readonly requests?: RequestLog
  /** Aborts when a summary has taken too long. */
  readonly newTimeLimit?: () => AbortSignal
}

/** A slow machine writes a few words a second. */
const TIME_LIMIT_MS = 5 * 60_000
const fiveMinutes = (): AbortSignal => AbortSignal.timeout(TIME_LIMIT_MS)
/** After so many failures, the next summary is written after the next cut. */
const MOST_FAILURES = 3
/** After so many, a summary is finished although a turn waits: otherwise there would never be one. */
const MOST_INTERRUPTIONS = 2

interface Writing {
  readonly abort: AbortController
  readonly done: Promise<void>
  readonly mayBeInterrupted: boolean
  host: string | null
}

/** What came of the attempts since the last cut. */
interface Attempts {
  /** The first message that is sent word for word. */
  readonly keepFrom: string
  readonly failures: number
  readonly interruptions: number
}

export function createSummaryWriter(options: SummaryWriterOptions): SummaryWriter {
  const { insert, newId, now, onFailure, isLocal, newTimeLimit = fiveMinutes, requests = NO_REQUEST_LOG } = options
  const running = new Map<string, Writing>()
  const attempts = new Map<string, Attempts>()
  let isClosed = false

  /** Those since the last cut. */
  const attemptsOf = ({ turn, plan }: NextTurn): Attempts => {
    const keepFrom = plan.recalled.kept[0]?.id ?? ''
    const known = attempts.get(turn.sessionId)
    return known?.keepFrom === keepFrom ? known : { keepFrom, failures: 0, interruptions: 0 }
  }

  const write = async ({ turn, plan, findWriter }: NextTurn, task: SummaryTask, writing: Writing): Promise<void> => {
    const { sessionId } = turn
    const signal = AbortSignal.any([writing.abort.signal, newTimeLimit()])
    const writer = await raceAbort(findWriter(), signal)
    writing.host = writer.snapshot.host
    const maxBytes = blockBytesOf(plan.size.budget / plan.size.factor)
    const written = await writeSummary({ turn, task, writer, maxBytes, signal, requests })
    writing.abort.signal.throwIfAborted()
    await insert({
      ...written,
      id: newId(),
      sessionId,
      source: 'model',
      modelConfigId: writer.modelConfigId,
      cost: null,
      createdAt: now(),
    })
    attempts.delete(sessionId)
  }

  return {
    consider(next) {
      const { sessionId } = next.turn
      if (isClosed || running.has(sessionId)) return
      const task = planSummary(next.turn, next.plan)
      if (task === null) return
      const before = attemptsOf(next)
      if (before.failures >= MOST_FAILURES) return
      const abort = new AbortController()
      const { promise: done, resolve } = Promise.withResolvers<void>()
      const mayBeInterrupted = before.interruptions < MOST_INTERRUPTIONS
      const writing: Writing = { abort, done, mayBeInterrupted, host: null }
      running.set(sessionId, writing)
      write(next, task, writing)
        .catch((failure: unknown) => {
          const { failures, interruptions } = before
          // What a budget doesn't allow now is tried after the next turn.
          if (abort.signal.aborted) {
            attempts.set(sessionId, { ...before, interruptions: interruptions + 1 })
          } else if (findDenial(failure) === null) {
            attempts.set(sessionId, { ...before, failures: failures + 1 })
            onFailure(sessionId, failure)
          }
        })
        .finally(() => {
          running.delete(sessionId)
          resolve()
        })
    },
    makeWay(host) {
      if (host === null || !isLocal(host)) return
      for (const writing of running.values()) {
        if (writing.host === host && writing.mayBeInterrupted) writing.abort.abort()
      }
    },
    giveUp(sessionId) {
      running.get(sessionId)?.abort.abort()
    },
    async settled() {
      await Promise.all([...running.values()].map(({ done }) => done))
    },
    async close() {
      isClosed = true
      for (const { abort } of running.values()) abort.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
