import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/** A stored row with the columns of any server version. */
const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
type Row = z.infer<typeof Row>

/** The marks of the scripted provider, which would make words longer than those of a real narrator. */
const MARKS = /\(#\d+\.\d+\)/g
const NEWEST = Date.parse('2026-01-01T00:00:00Z')

/**
 * Writes sessions into the database of a server that is not running. Each repeats the turns of the played session until
 * it has its length. Returns their ids, in the order of the lengths.
 */
export function repeatStory(file: string, patternId: string, lengths: readonly number[]): string[] {
  const db = new DatabaseSync(file)
  db.exec('pragma synchronous = off')
  const session = Row.parse(db.prepare('select * from session where id = ?').get(patternId))
  const pattern = z
    .array(Row)
    .parse(db.prepare('select * from message where session_id = ? order by id').all(patternId))
    .map(withoutMarks)
  db.exec('begin')
  const ids = lengths.map((turns) => {
    const id = newId()
    const messages = repeatMessages(pattern, id, turns)
    insert(db, 'session', [{ ...session, id, head_id: null }])
    insert(db, 'message', messages)
    db.prepare('update session set head_id = ? where id = ?').run(messages.at(-1)?.['id'] ?? null, id)
    return id
  })
  db.exec('commit')
  db.close()
  return ids
}

function insert(db: DatabaseSync, table: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const values = columns.map((column) => `@${column}`)
  const statement = db.prepare(`insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`)
  for (const row of rows) statement.run(row)
}

/** The opening, then pairs of a player's message and its answer, one below the other. */
function repeatMessages([opening, ...pairs]: readonly Row[], sessionId: string, turns: number): Row[] {
  const messages: Row[] = []
  for (let index = 0; index <= 2 * turns; index += 1) {
    const row = index === 0 ? opening : pairs[(index - 1) % pairs.length]
    const createdAt = new Date(NEWEST - (2 * turns - index) * 1000).toISOString()
    const parentId = messages.at(-1)?.['id'] ?? null
    messages.push({ ...row, id: newId(), session_id: sessionId, parent_id: parentId, created_at: createdAt })
  }
  return messages
}

const withoutMarks = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' ? value.replace(MARKS, '') : value,
    ]),
  )

let lastId = 0

/** A version 7 UUID that sorts after those before it. */
function newId(): string {
  lastId += 1
  return `01900000-0000-7000-8000-${lastId.toString(16).padStart(12, '0')}`
}
