import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { checkDrift } from '../checkDrift.ts'
import { readLabeledAnswer } from '../score/labeledAnswer.ts'

const FOLDER = new URL('./', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8')
const sessions = readdirSync(FOLDER).flatMap((file) =>
  file.endsWith('.jsonl') ? [file.slice(0, -'.jsonl'.length)] : [],
)

it.each(sessions)('marks nothing in a session of %s that keeps to the story', (name) => {
  const gamebook = loadGamebook(read(`../labelled/gamebooks/${name}/llm-gamebook.yaml`))
  const known: string[] = []
  const marked = read(`${name}.jsonl`)
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const input = { ...readLabeledAnswer(line).inputFor(gamebook), known: [...known] }
      known.push(input.player ?? '', input.text)
      return checkDrift(input).filter(({ certainty }) => certainty !== 'fair')
    })
  expect(marked).toEqual([])
})
