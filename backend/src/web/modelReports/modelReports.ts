import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import {
  findModelReport,
  startModelReport,
  type StoredReport,
  updateModelReport,
} from '../../db/models/modelReports.ts'
import { type ExpectedUse, expectUse } from '../../benchmark/run/expectCost.ts'
import { runBenchmark } from '../../benchmark/run/runBenchmark.ts'
import { TurnResult } from '../../benchmark/score/turnResult.ts'
import {
  type BenchmarkBook,
  BenchmarkBookError,
  MAIN_BOOK,
  readBenchmarkBook,
} from '../../benchmark/script/benchmarkBooks.ts'
import type { Narrator } from '../../models/narrator.ts'
import type { RequestLog } from '../../models/transport/requestLog.ts'
import type { FindNarrator } from '../narrators.ts'
import { BenchmarkUnavailableError, CostUnknownError, ReportRunningError } from './reportErrors.ts'

/** A report that was running when its process ended is interrupted. */
export interface ModelReport extends Omit<StoredReport, 'status' | 'turns' | 'runId'> {
  readonly status: StoredReport['status'] | 'interrupted'
  readonly turns: readonly TurnResult[]
}

export interface StartReport {
  /** In the currency of the model's price; null for no limit. */
  readonly maxCost: number | null
  /** Whether turns that are measured already stay. */
  readonly resumes: boolean
}

export interface ModelReports {
  /** What a report is expected to use; sends nothing. */
  expect(modelConfigId: string): Promise<ExpectedUse>
  find(modelConfigId: string): Promise<ModelReport | null>
  /** Starts to measure in the background. Throws `ReportRunningError`, `CostUnknownError`, and what narrators throw. */
  start(modelConfigId: string, options: StartReport): Promise<ModelReport>
  /** Settles when the report is stored as canceled; at once without a running one. */
  cancel(modelConfigId: string): Promise<void>
  /** Ends all reports without a change: they are interrupted. */
  stopAll(): Promise<void>
}

export interface ModelReportsOptions {
  readonly db: Database
  readonly clock: Clock
  readonly requests: RequestLog
  readonly findNarrator: FindNarrator
  /** The folder of the scripts. */
  readonly folder: string
  readonly onFault: (fault: unknown) => void
}

interface ReportInProgress extends StoredReport {
  readonly turns: readonly TurnResult[]
}

interface RunningReport {
  readonly controller: AbortController
  readonly ended: Promise<void>
}

const MAX_MINUTES = 120
const SEED = 1

/** Measures models in the background, one report for each config. Each turn is stored as soon as it is measured. */
export function createModelReports(options: ModelReportsOptions): ModelReports {
  const { db, clock, requests, findNarrator, folder, onFault } = options
  const running = new Map<string, RunningReport>()
  let isStopping = false

  const readBook = (): Promise<BenchmarkBook> =>
    readBenchmarkBook(folder, MAIN_BOOK).catch((error: unknown) => {
      throw error instanceof BenchmarkBookError ? new BenchmarkUnavailableError(error) : error
    })
  const narratorOf = (id: string): Promise<Narrator> => findNarrator({ chosenId: id, requestedId: id })
  const usesOf = (narrator: Narrator, book: BenchmarkBook): Promise<ExpectedUse> =>
    expectUse({ narrator, books: [book], arms: ['full'], clock })

  const run = async (
    first: ReportInProgress,
    work: { readonly narrator: Narrator; readonly book: BenchmarkBook; readonly maxCost: number | null },
    controller: AbortController,
  ): Promise<void> => {
    let report = first
    const save = async (change: Partial<ReportInProgress>): Promise<void> => {
      report = { ...report, ...change, updatedAt: clock.now() }
      if (!(await updateModelReport(db, report))) controller.abort()
    }
    const { end, error } = await runBenchmark({
      narrator: work.narrator,
      books: [work.book],
      arms: ['full'],
      seed: SEED,
      results: first.turns,
      limits: { maxCost: work.maxCost, maxMinutes: MAX_MINUTES },
      ...{ clock, requests, signal: controller.signal },
      onResult: (result) => save({ turns: [...report.turns.filter(({ turn }) => turn !== result.turn), result] }),
    })
    if (!isStopping) await save({ status: end, error })
  }

  return {
    expect: async (id) => usesOf(await narratorOf(id), await readBook()),
    async find(id) {
      const stored = await findModelReport(db, id)
      return stored === null ? null : toModelReport(stored, running.has(id))
    },
    async start(id, { maxCost, resumes }) {
      const [narrator, book, before] = await Promise.all([narratorOf(id), readBook(), findModelReport(db, id)])
      if (maxCost !== null && (narrator.findPrices?.() ?? null) === null) throw new CostUnknownError()
      if (running.has(id)) throw new ReportRunningError()
      const goesOn = resumes && before?.bookHash === book.hash
      const report = {
        modelConfigId: id,
        runId: clock.newId(),
        status: 'running' as const,
        bookHash: book.hash,
        total: book.script.turns.length,
        turns: goesOn ? readTurns(before) : [],
        error: null,
        startedAt: goesOn ? before.startedAt : clock.now(),
        updatedAt: clock.now(),
      }
      const controller = new AbortController()
      const stored = startModelReport(db, report)
      const ended = stored
        .then(() => run(report, { narrator, book, maxCost }, controller))
        .catch(onFault)
        .finally(() => running.delete(id))
      running.set(id, { controller, ended })
      await stored
      return toModelReport(report, true)
    },
    async cancel(id) {
      const report = running.get(id)
      report?.controller.abort()
      await report?.ended
    },
    async stopAll() {
      isStopping = true
      for (const { controller } of running.values()) controller.abort()
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}

/** Those that this version can read. */
const readTurns = ({ turns }: Pick<StoredReport, 'turns'>): readonly TurnResult[] =>
  turns.flatMap((turn) => TurnResult.safeParse(turn).data ?? [])

function toModelReport({ runId: _, ...stored }: StoredReport, isRunning: boolean): ModelReport {
  const status = stored.status === 'running' && !isRunning ? 'interrupted' : stored.status
  return { ...stored, status, turns: readTurns(stored) }
}
