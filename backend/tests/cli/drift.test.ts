import { expect, it } from 'vitest'
import { startState } from '@llm-gamebook/story'

import { makeFolder } from '../support/gamebookFolder.ts'
import { FILE, run, TOWER } from '../support/runCommand.ts'

const answer = (text: string, labels: readonly string[], gamebook = 'example/tower'): string =>
  JSON.stringify({
    ...{ id: 'x', gamebook, turn: 0, player: null, text, labels, receipts: [], offeredAfter: [] },
    ...{ stateBefore: null, stateAfter: startState(1) },
  })

const LINES = [answer('', ['empty']), '', answer('The wind blows around the tower, and you look up at it.', ['none'])]

const folderWith = (lines: readonly string[]) =>
  makeFolder({ [`books/tower/${FILE}`]: TOWER, 'answers.jsonl': lines.join('\n') })

it('prints how well the labels were found', async () => {
  const { status, written } = await run(await folderWith(LINES), 'drift answers.jsonl --gamebooks books')
  expect(status).toBe(0)
  expect(JSON.parse(written)).toMatchObject({
    answers: 2,
    clean: { answers: 1, falseAlarms: 0, share: 0 },
    certainties: { exact: { labeled: 1, found: 1, right: 1, precision: 1, recall: 1 } },
    kinds: { empty: { certainty: 'exact', precision: 1, recall: 1 } },
    errors: [],
  })
})

it('names each line that can not be read, and scores the others', async () => {
  const folder = await folderWith([...LINES, '{', answer('', ['empty'], 'example/nowhere'), answer('', ['dull'])])
  const { status, written } = await run(folder, 'drift answers.jsonl --gamebooks books')
  expect(status).toBe(1)
  expect(JSON.parse(written)).toMatchObject({
    answers: 2,
    errorCount: 3,
    errors: [
      { line: 4, message: 'The line is not valid JSON.' },
      { line: 5, message: 'Gamebook not found: "example/nowhere".' },
      { line: 6, message: 'The label "dull" is not known.' },
    ],
  })
})

it.each([
  ['without a file', 'drift', 'No file given.'],
  ['with two files', 'drift a b', 'Too many arguments: "b".'],
  ['with a file that is not there', 'drift none.jsonl', 'There is no file "none.jsonl".'],
])('says what to do %s', async (_, command, message) => {
  const result = await run(await folderWith(LINES), command)
  expect([result.status, result.errors]).toEqual([2, expect.stringContaining(message)])
})
