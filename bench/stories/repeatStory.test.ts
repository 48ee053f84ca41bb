import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { repeatStory } from './repeatStory.ts'

let folder: string
let file: string

/** A story of two turns. Its tables have a column that the bench doesn't know. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'llm-gamebook-stories-'))
  file = join(folder, 'test.sqlite')
  const db = new DatabaseSync(file)
  db.exec(`
    create table session (id text, head_id text, title text);
    create table message (id text, session_id text, parent_id text, role text, parts text, created_at text, extra integer);
    insert into session values ('played', 'm5', 'A title');
    insert into message values
      ('m1', 'played', null, 'narrator', 'opening (#1.0) text', '', 1),
      ('m2', 'played', 'm1', 'player', 'one', '', 2),
      ('m3', 'played', 'm2', 'narrator', 'two', '', 3),
      ('m4', 'played', 'm3', 'player', 'three', '', 4),
      ('m5', 'played', 'm4', 'narrator', 'four', '', 5);
  `)
  db.close()
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The parts and the unknown columns of a session's messages, from the opening to its head. */
function readStory(id: string): unknown[] {
  const db = new DatabaseSync(file)
  let next = db.prepare('select head_id as id from session where id = ?').get(id)?.['id'] ?? null
  const story: unknown[] = []
  while (next !== null) {
    const row = db.prepare('select * from message where id = ? and session_id = ?').get(next, id)
    story.unshift([row?.['parts'], row?.['extra']])
    next = row?.['parent_id'] ?? null
  }
  db.close()
  return story
}

describe('repeatStory', () => {
  it('repeats the turns of the played story below its opening, without the marks of words', () => {
    const [id = ''] = repeatStory(file, 'played', [3])
    expect(readStory(id)).toEqual([
      ['opening  text', 1],
      ['one', 2],
      ['two', 3],
      ['three', 4],
      ['four', 5],
      ['one', 2],
      ['two', 3],
    ])
  })

  it('makes a session for each length, and keeps the played one', () => {
    const ids = repeatStory(file, 'played', [0, 1, 300])
    expect(ids.map((id) => readStory(id).length)).toEqual([1, 3, 601])
    expect(readStory('played')).toHaveLength(5)
  })
})
