import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

import { readGamebook, type Gamebook } from '../../../../story/src/index.ts'

const Call = z.strictObject({ function: z.string().min(1), args: z.record(z.string(), z.json()) })
export type Call = z.infer<typeof Call>

const Mentions = z
  .array(z.string().regex(/^[^A-Z]+$/u))
  .min(1)
  .max(3)
  .optional()
const Expectation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('act'), calls: z.array(Call).min(1), mustMention: Mentions }),
  z.strictObject({ kind: z.enum(['nothing', 'ask-back', 'info']), mustMention: Mentions }),
])
export type Expectation = z.infer<typeof Expectation>

const Sentence = z.strictObject({
  book: z.string(),
  setup: z.array(Call),
  say: z.string().min(1),
  expect: Expectation,
  alternatives: z.array(Expectation).min(1).optional(),
})
export type Sentence = z.infer<typeof Sentence>

const FOLDER = new URL('./', import.meta.url)
const REPOSITORY = new URL('../../../../', FOLDER)
const FILES: Readonly<Record<string, URL>> = {
  'left-luggage': new URL('gamebooks/left-luggage/llm-gamebook.yaml', FOLDER),
  'salt-lantern': new URL('story/src/testSupport/salt-lantern.yaml', REPOSITORY),
}

/** The gamebooks that have a file of sentences. */
export const BOOKS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.slice(0, -'.jsonl'.length))

/** Throws for a line that is not a sentence. */
export function readSentences(book: string): readonly Sentence[] {
  const lines = readFileSync(new URL(`${book}.jsonl`, FOLDER), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => Sentence.parse(JSON.parse(line)))
}

/** Throws if the gamebook has errors. */
export function readBook(book: string): Gamebook {
  const file = FILES[book] ?? new URL(`gamebooks/example/${book}/llm-gamebook.yaml`, REPOSITORY)
  const { gamebook, diagnostics } = readGamebook(readFileSync(file))
  if (gamebook === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return gamebook
}
