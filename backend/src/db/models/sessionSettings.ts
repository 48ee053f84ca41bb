import { parseJson } from '../../json.ts'
import { DEFAULT_SETTINGS, readSettings, type SessionSettings } from '../../sessions/sessionSettings.ts'
import type { Database } from '../tables.ts'

export interface StoredSettings {
  readonly settings: SessionSettings
  readonly note: string
}

/** The defaults for a session without a row. */
export async function findSessionSettings(db: Database, sessionId: string): Promise<StoredSettings> {
  const row = await db
    .selectFrom('sessionSettings')
    .select(['settings', 'note'])
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  if (row === undefined) return { settings: DEFAULT_SETTINGS, note: '' }
  return { settings: await readStored(db, row.settings), note: row.note }
}

export async function saveSessionSettings(db: Database, sessionId: string, stored: StoredSettings): Promise<void> {
  const row = { settings: JSON.stringify(stored.settings), note: stored.note }
  await db
    .insertInto('sessionSettings')
    .values({ sessionId, ...row })
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet(row))
    .execute()
}

/** Keeps the note. */
export async function saveSettings(db: Database, sessionId: string, settings: SessionSettings): Promise<void> {
  const row = { settings: JSON.stringify(settings) }
  await db
    .insertInto('sessionSettings')
    .values({ sessionId, ...row, note: '' })
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet(row))
    .execute()
}

/** Keeps the settings. */
export async function saveNote(db: Database, sessionId: string, note: string): Promise<void> {
  await db
    .insertInto('sessionSettings')
    .values({ sessionId, settings: JSON.stringify(DEFAULT_SETTINGS), note })
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet({ note }))
    .execute()
}

const ONLY = 'default'

/** The settings that a new session starts with. */
export async function findDefaultSettings(db: Database): Promise<SessionSettings> {
  const row = await db.selectFrom('defaultSettings').select('settings').where('id', '=', ONLY).executeTakeFirst()
  return row === undefined ? DEFAULT_SETTINGS : readStored(db, row.settings)
}

/** A model config that was deleted writes no summaries. */
async function readStored(db: Database, stored: string): Promise<SessionSettings> {
  const settings = readSettings(parseJson(stored))
  const id = settings.summaryModelConfigId
  if (id === null) return settings
  const found = await db.selectFrom('modelConfig').select('id').where('id', '=', id).executeTakeFirst()
  return found === undefined ? { ...settings, summaryModelConfigId: null } : settings
}

export async function saveDefaultSettings(db: Database, settings: SessionSettings): Promise<void> {
  const row = { settings: JSON.stringify(settings) }
  await db
    .insertInto('defaultSettings')
    .values({ id: ONLY, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}
