import { expect, it } from 'vitest'

import { makeFolder } from '../support/gamebookFolder.ts'
import { FILE, run, TOWER } from '../support/runCommand.ts'

const sentence = (say: string, expected: object, book = 'tower'): string =>
  JSON.stringify({ book, setup: [], say, expect: expected })

const folderWith = (lines: readonly string[]) =>
  makeFolder({ [`books/tower/${FILE}`]: TOWER, 'sentences.jsonl': lines.join('\n') })

const COMMAND = 'sentences sentences.jsonl --gamebooks books'

it('prints how well the sentences were understood', async () => {
  const lines = [sentence('Should I leave?', { kind: 'nothing' }), '', sentence('dance', { kind: 'ask-back' })]
  const { status, written } = await run(await folderWith(lines), COMMAND)
  expect(status).toBe(0)
  expect(JSON.parse(written)).toMatchObject({ total: 2, right: 1, wrongActs: 0, askBack: 0, errors: [] })
})

it('lists what was not understood', async () => {
  const { written } = await run(await folderWith([sentence('dance', { kind: 'ask-back' })]), `${COMMAND} --failures`)
  expect(JSON.parse(written)).toMatchObject({ failures: [{ line: 1, say: 'dance', calls: [], isStock: true }] })
})

it('names each line that can not be played, and scores the others', async () => {
  const setup = { book: 'tower', setup: [{ function: 'fly' }], say: 'look', expect: { kind: 'info' } }
  const lines = [
    sentence('look', { kind: 'info' }),
    '{',
    sentence('look', { kind: 'info' }, 'nowhere'),
    JSON.stringify(setup),
  ]
  const { status, written } = await run(await folderWith(lines), COMMAND)
  expect(status).toBe(1)
  expect(JSON.parse(written)).toMatchObject({
    total: 1,
    errorCount: 3,
    errors: [{ line: 2 }, { line: 3 }, { line: 4, message: expect.stringContaining('fly') }],
  })
})

it.each(['sentences', 'sentences a.jsonl b.jsonl', 'sentences missing.jsonl'])(
  '%j says what to do',
  async (command) => {
    const { status, errors } = await run(await folderWith([]), command)
    expect(status).toBe(2)
    expect(errors).toContain('sentences')
  },
)
