import { errorCodes } from '../../errorCodes.ts'
import type { RequestPurpose } from '../../models/transport/requestLog.ts'
import type { BlockPack } from '../../requests/blockStream.ts'
import { hashBlock } from '../../requests/cutRequest.ts'
import type { RequestBase, RequestStore, StoredRequest } from '../../requests/storedRequest.ts'
import { atMost } from '../atMost.ts'
import { compileOnce } from '../compileOnce.ts'
import { isSqlite, runTogether } from '../runTogether.ts'
import type { BlockPackRow, Database, SentRequestRow } from '../tables.ts'
import { cacheReads } from '../writes/cacheReads.ts'
import { readKeptRequests } from './appSettings.ts'
import { findNextBlock, loadBlockNumbers, loadBlockTexts } from './requestBlocks.ts'
import { getRequestModel } from './requestModel.ts'
import { findRequestOwner, getRequestOwner } from './requestOwner.ts'
import { toRequestRow } from './requestRow.ts'
import { settleReservation } from './reservations.ts'
import { createUsageWrite, toUsageDay } from './usageDays.ts'

export function createRequestStore(db: Database): RequestStore {
  const settings = cacheReads<boolean>(db, { tables: ['app_setting'] })
  const insertRequest = compileOnce(
    (row: SentRequestRow) => db.insertInto('sentRequest').values(row),
    (row) => Object.values(row),
  )
  // Both stay what they are while their rows exist.
  const owners = createIdCache()
  const models = createIdCache()
  const addUsage = createUsageWrite(db)
  const limited = atMost(isSqlite(db) ? Infinity : MOST_CONNECTIONS)
  const insertPack = compileOnce(
    (row: BlockPackRow) => db.insertInto('blockPack').values(row),
    ({ ownerId, first, blocks, start, bytes }) => [ownerId, first, blocks, start, bytes],
  )

  const toStatements = async (request: StoredRequest, pack: BlockPack | null) => {
    const { sessionId, modelConfigId, model } = request
    const ownerId =
      sessionId === null
        ? await getRequestOwner(db, null)
        : await owners.get(sessionId, () => getRequestOwner(db, sessionId))
    const modelId = await models.get(JSON.stringify([modelConfigId, model]), () =>
      getRequestModel(db, { modelConfigId, ...model }),
    )
    const packs = pack === null ? [] : [insertPack({ ownerId, ...orderPack(pack) })]
    return [insertRequest(toRequestRow(request, { ownerId, modelId })), ...packs]
  }

  return {
    keepsTexts: () => settings.get('keeps', async () => (await readKeptRequests(db)) !== 'never'),
    findBase: (sessionId, purpose) => findBase(db, sessionId, purpose),
    async findNext(sessionId) {
      const ownerId = await findRequestOwner(db, sessionId)
      return ownerId === undefined ? 0 : findNextBlock(db, ownerId)
    },
    async insert(request, pack, settlement) {
      const settled = settlement === null ? [] : settleReservation(db, settlement)
      const used = [addUsage(toUsageDay(request)), ...settled]
      await limited(async () => {
        try {
          await runTogether(db, [...(await toStatements(request, pack)), ...used])
        } catch (error) {
          if (!errorCodes(error).some((code) => BROKEN_REFERENCE.test(code))) throw error
          await runTogether(db, used)
        }
      })
    },
    settle: (settlement) => runTogether(db, settleReservation(db, settlement)),
  }
}

const MOST_CACHED = 1000

/** Finds each id once, until there are too many. */
function createIdCache() {
  const known = new Map<string, number>()
  return {
    async get(name: string, find: () => Promise<number>): Promise<number> {
      const found = known.get(name) ?? (await find())
      if (known.size >= MOST_CACHED) known.clear()
      known.set(name, found)
      return found
    },
  }
}

/** Turns need the other connections to PostgreSQL. */
const MOST_CONNECTIONS = 3

const orderPack = ({ first, blocks, start, bytes }: BlockPack): BlockPack => ({ first, blocks, start, bytes })

/** The codes of SQLite and PostgreSQL. */
const BROKEN_REFERENCE = /^(SQLITE_CONSTRAINT_FOREIGNKEY|23503)$/

async function findBase(db: Database, sessionId: string, purpose: RequestPurpose): Promise<RequestBase | null> {
  const row = await db
    .selectFrom('sentRequest')
    .innerJoin('requestOwner', 'requestOwner.id', 'sentRequest.ownerId')
    .select(['sentRequest.id', 'ownerId', 'depth'])
    .where('sessionId', '=', sessionId)
    .where('purpose', '=', purpose)
    .where('rest', 'is not', null)
    .orderBy('sentRequest.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const blocks = row === undefined ? null : await loadBlockNumbers(db, row.id)
  if (row === undefined || blocks === null) return null
  const { id, ownerId, depth } = row
  // Without texts that can be read, the next request lists all of its blocks.
  const texts = await loadBlockTexts(db, ownerId, blocks).catch(() => null)
  if (texts === null) return null
  return { id, depth, blocks, numbers: new Map([...texts].map(([number, text]) => [hashBlock(text), number])) }
}
