import { StoppedByPlayer } from '../../engine/stoppedByPlayer.ts'
import type { TurnError } from '../../messages/turnError.ts'
import type { RequestLog } from '../../models/transport/requestLog.ts'
import { type PreparedTurn, prepareTurns } from '../play/prepareTurns.ts'
import type { TurnResult } from '../score/turnResult.ts'
import { expectTurnCost, type PlannedRun } from './expectCost.ts'
import { measureJob } from './measureJob.ts'
import { type Job, lastResults, listJobs, listOpenJobs } from './planRun.ts'

export interface BenchmarkRun extends PlannedRun {
  /** The order of the turns. */
  readonly seed: number
  /** Results of an earlier run, which are not measured again. */
  readonly results: readonly TurnResult[]
  readonly limits: RunLimits
  readonly requests: RequestLog
  /** Cancels the run. The turn in progress is not kept. */
  readonly signal: AbortSignal
  /** Called, and waited for, after each turn. */
  readonly onResult: (result: TurnResult, progress: RunProgress) => Promise<void> | void
}

export interface RunLimits {
  /**
   * In the currency of the model's price; null for no limit. What earlier runs cost counts, and a turn whose cost is not
   * known as much as a turn is expected to cost.
   */
  readonly maxCost: number | null
  /** For this run; null for no limit. */
  readonly maxMinutes: number | null
}

export interface RunProgress {
  readonly done: number
  readonly total: number
}

export interface RunEnd {
  readonly end: 'finished' | 'canceled' | 'cost-limit' | 'time-limit' | 'failed'
  /** Of a run that failed: of its last turn. */
  readonly error: TurnError | null
}

/** A provider that fails this often in a row will go on failing. */
const MOST_FAILURES = 3

/**
 * Measures all turns that have no result yet, one after another. Every turn starts from the state and the history of its
 * script, so it does not matter which ones were measured before.
 */
export async function runBenchmark(run: BenchmarkRun): Promise<RunEnd> {
  const { narrator, books, arms, seed, clock, requests, limits, onResult } = run
  const stop = linkSignal(run.signal)
  const tools = { clock, requests, signal: stop.signal }
  const jobs = listJobs({
    arms,
    seed,
    books: books.map(({ id, script }) => ({ id, turns: script.turns.map((turn) => turn.id) })),
  })
  const turns = new Map((await Promise.all(books.map((book) => prepareTurns(book, tools)))).flat().map(toEntry))
  const turnCost = limits.maxCost === null ? 0 : await expectTurnCost(run)
  const since = performance.now()
  const isCanceled = (): boolean => run.signal.aborted
  // A turn that failed and was measured again has cost twice.
  const results = [...run.results]
  const open = listOpenJobs(jobs, lastResults(results))
  let failures = 0
  try {
    for (const [index, job] of open.entries()) {
      if (isCanceled()) return { end: 'canceled', error: null }
      const limit = findLimit(limits, { results, turnCost, ms: performance.now() - since })
      if (limit !== null) return { end: limit, error: null }
      const prepared = turns.get(keyOf(job))
      if (prepared === undefined) continue
      const { result, played } = await measureJob(job.arm, prepared, narrator, tools)
      if (isCanceled()) return { end: 'canceled', error: null }
      results.push(result)
      await onResult(result, { done: jobs.length - open.length + index + 1, total: jobs.length })
      failures = result.error === null ? 0 : failures + 1
      const { error } = played.answer
      if (failures === MOST_FAILURES || (result.error !== null && error?.retryable === false)) {
        return { end: 'failed', error }
      }
    }
    return { end: 'finished', error: null }
  } finally {
    stop.release()
  }
}

type BookTurn = Pick<Job, 'book' | 'turn'>

const keyOf = ({ book, turn }: BookTurn): string => `${book} ${turn}`

const toEntry = (prepared: PreparedTurn): [string, PreparedTurn] => [
  keyOf({ book: prepared.book.id, turn: prepared.turn.id }),
  prepared,
]

interface RunUntilNow {
  readonly results: readonly TurnResult[]
  /** What a turn is expected to cost. */
  readonly turnCost: number
  readonly ms: number
}

/** The next turn is expected to cost as much as those before it. */
function findLimit(
  { maxCost, maxMinutes }: RunLimits,
  { results, turnCost, ms }: RunUntilNow,
): 'cost-limit' | 'time-limit' | null {
  if (maxMinutes !== null && ms >= maxMinutes * 60_000) return 'time-limit'
  if (maxCost === null) return null
  const spent = results.reduce((total, { cost }) => total + (cost ?? turnCost), 0)
  const next = results.length === 0 ? turnCost : spent / results.length
  return spent + next > maxCost ? 'cost-limit' : null
}

/** The engine takes a turn for stopped only if its own reason says so. */
function linkSignal(outer: AbortSignal): { readonly signal: AbortSignal; readonly release: () => void } {
  const inner = new AbortController()
  const abort = (): void => inner.abort(new StoppedByPlayer())
  outer.addEventListener('abort', abort, { once: true })
  if (outer.aborted) abort()
  return { signal: inner.signal, release: () => outer.removeEventListener('abort', abort) }
}
