import { z } from 'zod'

import { parseJson } from '../../json.ts'
import { TurnError } from '../../messages/turnError.ts'
import type { Database, ModelReportRow } from '../tables.ts'

export const REPORT_STATUSES = ['running', 'finished', 'canceled', 'cost-limit', 'time-limit', 'failed'] as const

/** A benchmark of the model of a config, with what was measured so far. */
export interface StoredReport {
  readonly modelConfigId: string
  /** Changes when a report is started or goes on. */
  readonly runId: string
  readonly status: (typeof REPORT_STATUSES)[number]
  /** Content hash of the book and its script. */
  readonly bookHash: string
  /** The number of turns to measure. */
  readonly total: number
  /** One value for each turn that was measured. */
  readonly turns: readonly unknown[]
  readonly error: TurnError | null
  readonly startedAt: string
  readonly updatedAt: string
}

export async function findModelReport(db: Database, modelConfigId: string): Promise<StoredReport | null> {
  const row = await db
    .selectFrom('modelReport')
    .selectAll()
    .where('modelConfigId', '=', modelConfigId)
    .executeTakeFirst()
  return row === undefined ? null : toReport(row)
}

/** Replaces the report of the config. Does nothing if the config was deleted. */
export async function startModelReport(db: Database, report: StoredReport): Promise<void> {
  const { modelConfigId, ...row } = toRow(report)
  await db
    .insertInto('modelReport')
    .columns(['modelConfigId', 'runId', 'status', 'bookHash', 'total', 'turns', 'error', 'startedAt', 'updatedAt'])
    .expression((build) =>
      build
        .selectFrom('modelConfig')
        .select([
          'modelConfig.id',
          build.val(row.runId).as('runId'),
          build.val(row.status).as('status'),
          build.val(row.bookHash).as('bookHash'),
          build.cast<number>(build.val(row.total), 'integer').as('total'),
          build.val(row.turns).as('turns'),
          build.val(row.error).as('error'),
          build.val(row.startedAt).as('startedAt'),
          build.val(row.updatedAt).as('updatedAt'),
        ])
        .where('modelConfig.id', '=', modelConfigId),
    )
    .onConflict((conflict) => conflict.column('modelConfigId').doUpdateSet(row))
    .execute()
}

/** Returns false, and changes nothing, if the report of this run is no longer there. */
export async function updateModelReport(db: Database, report: StoredReport): Promise<boolean> {
  const { modelConfigId, runId, ...change } = toRow(report)
  const { numUpdatedRows } = await db
    .updateTable('modelReport')
    .set(change)
    .where('modelConfigId', '=', modelConfigId)
    .where('runId', '=', runId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function deleteModelReport(db: Database, modelConfigId: string): Promise<void> {
  await db.deleteFrom('modelReport').where('modelConfigId', '=', modelConfigId).execute()
}

const toRow = ({ turns, error, ...report }: StoredReport): ModelReportRow => ({
  ...report,
  turns: JSON.stringify(turns),
  error: error === null ? null : JSON.stringify(error),
})

const Status = z.enum(REPORT_STATUSES)
const Turns = z.array(z.unknown())

/** What can't be read is left out. */
function toReport({ status, turns, error, ...row }: ModelReportRow): StoredReport {
  return {
    ...row,
    status: Status.catch('canceled').parse(status),
    turns: Turns.catch([]).parse(parseJson(turns)),
    error: error === null ? null : (TurnError.safeParse(parseJson(error)).data ?? null),
  }
}
