import { errorCodes } from '../../errorCodes.ts'
import type { RequestPurpose } from '../../models/transport/requestLog.ts'
import type { BlockPack } from '../../requests/blockStream.ts'
import { hashBlock } from '../../requests/cutRequest.ts'
import type { RequestBase, RequestStore } from '../../requests/storedRequest.ts'
import { atMost } from '../atMost.ts'
import { compileOnce } from '../compileOnce.ts'
import { isSqlite, runTogether } from '../runTogether.ts'
import type { Database, ModelRequestRow, PromptPackRow } from '../tables.ts'
import { cacheReads } from '../writes/cacheReads.ts'
import { readKeptRequests } from './appSettings.ts'
import { findNextBlock, loadBlockNumbers, loadBlockTexts } from './requestBlocks.ts'
import { toRequestRow } from './requestRow.ts'
import { settleReservation } from './reservations.ts'
import { createUsageWrite, toUsageDay } from './usageDays.ts'

export function createRequestStore(db: Database): RequestStore {
  const settings = cacheReads<boolean>(db, { tables: ['app_setting'] })
  const insertRequest = compileOnce(
    (row: ModelRequestRow) => db.insertInto('modelRequest').values(row),
    (row) => Object.values(row),
  )
  const addUsage = createUsageWrite(db)
  const limited = atMost(isSqlite(db) ? Infinity : MOST_CONNECTIONS)
  const insertPack = compileOnce(
    (row: PromptPackRow) => db.insertInto('promptPack').values(row),
    ({ owner, first, blocks, start, bytes }) => [owner, first, blocks, start, bytes],
  )
  return {
    keepsTexts: () => settings.get('keeps', async () => (await readKeptRequests(db)) !== 'never'),
    findBase: (sessionId, purpose) => findBase(db, sessionId, purpose),
    findNext: (sessionId) => findNextBlock(db, sessionId),
    async insert(request, pack, settlement) {
      const owner = request.sessionId ?? request.id
      const packs = pack === null ? [] : [insertPack({ owner, ...orderPack(pack) })]
      const settled = settlement === null ? [] : settleReservation(db, settlement)
      const used = [addUsage(toUsageDay(request)), ...settled]
      const stored = [insertRequest(orderColumns(toRequestRow(request))), ...packs, ...used]
      await limited(async () => {
        try {
          // The request comes first: without its session it fails, and with it its blocks.
          await runTogether(db, stored)
        } catch (error) {
          if (!errorCodes(error).some((code) => BROKEN_REFERENCE.test(code))) throw error
          await runTogether(db, used)
        }
      })
    },
    settle: (settlement) => runTogether(db, settleReservation(db, settlement)),
  }
}

/** Turns need the other connections to PostgreSQL. */
const MOST_CONNECTIONS = 3

const orderPack = ({ first, blocks, start, bytes }: BlockPack): BlockPack => ({ first, blocks, start, bytes })

/** The codes of SQLite and PostgreSQL. */
const BROKEN_REFERENCE = /^(SQLITE_CONSTRAINT_FOREIGNKEY|23503)$/

/** A statement that was built with one request takes the values of others. */
const orderColumns = (row: ModelRequestRow): ModelRequestRow => ({
  id: row.id,
  sessionId: row.sessionId,
  messageId: row.messageId,
  purpose: row.purpose,
  step: row.step,
  modelConfigId: row.modelConfigId,
  label: row.label,
  provider: row.provider,
  modelName: row.modelName,
  host: row.host,
  baseId: row.baseId,
  depth: row.depth,
  shared: row.shared,
  rest: row.rest,
  blocks: row.blocks,
  bytes: row.bytes,
  inputTokens: row.inputTokens,
  cachedTokens: row.cachedTokens,
  cacheWriteTokens: row.cacheWriteTokens,
  outputTokens: row.outputTokens,
  reasoningTokens: row.reasoningTokens,
  cost: row.cost,
  currency: row.currency,
  priceSource: row.priceSource,
  startedAt: row.startedAt,
  firstTokenMs: row.firstTokenMs,
  durationMs: row.durationMs,
  outcome: row.outcome,
  errorCode: row.errorCode,
  usageNotice: row.usageNotice,
})

async function findBase(db: Database, sessionId: string, purpose: RequestPurpose): Promise<RequestBase | null> {
  const row = await db
    .selectFrom('modelRequest')
    .select(['id', 'depth'])
    .where('sessionId', '=', sessionId)
    .where('purpose', '=', purpose)
    .where('rest', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const blocks = row === undefined ? null : await loadBlockNumbers(db, row.id)
  if (row === undefined || blocks === null) return null
  const texts = await loadBlockTexts(db, sessionId, blocks)
  return { ...row, blocks, numbers: new Map([...texts].map(([number, text]) => [hashBlock(text), number])) }
}
