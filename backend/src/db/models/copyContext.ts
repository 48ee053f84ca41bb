import { parseJson } from '../../json.ts'
import { Memory } from '../../sessions/memory.ts'
import { inBatches } from '../inBatches.ts'
import { runTogether } from '../runTogether.ts'
import type { Database } from '../tables.ts'
import type { CopiedIds } from './copyPath.ts'
import { insertPin, listPins } from './pins.ts'
import { findSessionSettings, saveSessionSettings } from './sessionSettings.ts'
import { insertSummary, listSummaries } from './summaries.ts'

export interface ContextCopy {
  readonly from: string
  readonly to: string
  /** The messages that were copied. */
  readonly copies: CopiedIds
  readonly newId: () => string
}

/** Copies the settings, the note, and the pins, summaries and memories of the messages that were copied. */
export async function copyContext(db: Database, { from, to, copies, newId }: ContextCopy): Promise<void> {
  await saveSessionSettings(db, to, await findSessionSettings(db, from))
  for (const pin of await listPins(db, from)) {
    const messageId = copies.get(pin.messageId)
    if (messageId !== undefined) await insertPin(db, { ...pin, id: newId(), sessionId: to, messageId })
  }
  const summaryIds = new Map<string, string>()
  for (const summary of await listSummaries(db, from)) {
    const coversTo = copies.get(summary.coversTo)
    if (coversTo === undefined) continue
    const id = newId()
    summaryIds.set(summary.id, id)
    await insertSummary(db, { ...summary, id, sessionId: to, coversTo })
  }
  await copyMemories(db, copies, summaryIds)
}

const AT_ONCE = 50

/** A memory names a message and a summary, so it is not copied as it is. */
async function copyMemories(db: Database, copies: CopiedIds, summaryIds: CopiedIds): Promise<void> {
  for await (const batch of inBatches([...copies], AT_ONCE)) {
    const rows = await db
      .selectFrom('message')
      .select(['id', 'memory'])
      .where(
        'id',
        'in',
        batch.map(([oldId]) => oldId),
      )
      .where('memory', 'is not', null)
      .execute()
    const updates = rows.flatMap(({ id, memory }) => {
      const { data } = Memory.safeParse(parseJson(memory ?? ''))
      if (data === undefined) return []
      const { keepFrom, summaryId } = data
      const copied: Memory = {
        ...data,
        keepFrom: keepFrom === null ? null : (copies.get(keepFrom) ?? null),
        summaryId: summaryId === null ? null : (summaryIds.get(summaryId) ?? null),
      }
      const update = db.updateTable('message').set({ memory: JSON.stringify(copied) })
      return [update.where('id', '=', copies.get(id) ?? '').compile()]
    })
    if (updates.length > 0) await runTogether(db, updates)
  }
}
