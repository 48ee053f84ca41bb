import { createHash } from 'node:crypto'

import type { StepDatabase } from './step.ts'

/**
 * Each answer had a copy of the system text that was sent for it: two fifths of all content. Now each text is stored
 * once, and answers refer to it by its hash. An index for the messages below another of a session serves both parts.
 */
export async function up(db: StepDatabase): Promise<void> {
  await db.schema
    .createTable('system_text')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute()
  await db.schema.alterTable('message').renameColumn('instructions', 'system_text_hash').execute()
  await db.schema.createIndex('message_session_parent').on('message').columns(['session_id', 'parent_id']).execute()
  await db.schema.dropIndex('message_session').execute()
  await moveTexts(withTables(db))
}

interface SystemText {
  hash: string
  text: string
}

interface Message {
  id: string
  /** Until the step is complete, the text itself. */
  system_text_hash: string | null
}

type Tables = ReturnType<typeof withTables>
const withTables = (db: StepDatabase) => db.$extendTables<{ system_text: SystemText; message: Message }>()

const BATCH = 500

async function moveTexts(db: Tables): Promise<void> {
  for (let last = ''; ;) {
    const rows = await db
      .selectFrom('message')
      .select(['id', 'system_text_hash as text'])
      .where('id', '>', last)
      .where('system_text_hash', 'is not', null)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const [text, answers] of Map.groupBy(rows, (row) => row.text)) {
      if (text !== null)
        await moveText(
          db,
          text,
          answers.map(({ id }) => id),
        )
    }
    if (rows.length < BATCH) return
    last = rows.at(-1)?.id ?? last
  }
}

async function moveText(db: Tables, text: string, ids: readonly string[]): Promise<void> {
  const hash = createHash('sha256').update(text).digest('hex')
  await db
    .insertInto('system_text')
    .values({ hash, text })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
  await db.updateTable('message').set({ system_text_hash: hash }).where('id', 'in', ids).execute()
}
