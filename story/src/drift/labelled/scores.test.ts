import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { checkDrift } from '../checkDrift.ts'
import { readLabeledAnswer } from '../score/labeledAnswer.ts'
import { scoreAnswers } from '../score/scoreAnswers.ts'

const FOLDER = new URL('./', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8')
const books = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.jsonl') ? [file.slice(0, -'.jsonl'.length)] : []))

const judged = books.flatMap((book) => {
  const gamebook = loadGamebook(read(`gamebooks/${book}/llm-gamebook.yaml`))
  return read(`${book}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { labels, inputFor } = readLabeledAnswer(line)
      return { labels, found: [...new Set(checkDrift(inputFor(gamebook)).map(({ kind }) => kind))] }
    })
})

it('finds the labels of the answers', () => {
  const { certainties, clean } = scoreAnswers(judged)
  expect(certainties.exact.precision).toBeGreaterThanOrEqual(0.98)
  expect(certainties.exact.recall).toBeGreaterThanOrEqual(0.95)
  expect(certainties.sure.precision).toBeGreaterThanOrEqual(0.98)
  expect(certainties.sure.recall).toBeGreaterThanOrEqual(0.725)
  expect(clean.share).toBeLessThanOrEqual(0.01)
})
