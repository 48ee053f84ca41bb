import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readGamebook } from './readGamebook.ts'

interface Mistake {
  readonly book: string
  readonly mistake: string
  readonly from: string
  readonly to: string
  readonly says: string
  readonly hint: string
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const guide = read('../../../docs/writing-gamebooks.md')
const mistakes: readonly Mistake[] = parse(read('../testSupport/strangersMistakes.yaml'))

const books: ReadonlyMap<string, string> = new Map([
  ['bakery', gamebookBelow('The whole bakery')],
  ['bridge', gamebookBelow('The whole bridge')],
  ['shadow', read('../../../gamebooks/example/a-shadow-by-six/llm-gamebook.yaml')],
])

describe('the first message about a mistake of a stranger', () => {
  it('is about its line, and names its cause and its remedy', () => {
    const missed = mistakes.map(explain).filter((message) => message !== null)
    expect(mistakes.length).toBeGreaterThanOrEqual(100)
    expect(missed.length / mistakes.length, missed.join('\n')).toBeLessThanOrEqual(0.05)
  }, 240_000)

  it.each([...books])('is not there in the %s as it is', (_, text) => {
    expect(readGamebook(text).diagnostics).toEqual([])
  })
})

/** What is wrong with the first message; null if nothing is. */
function explain(mistake: Mistake): string | null {
  const { book, from, to, says, hint } = mistake
  const text = textOf(book)
  expect(text, mistake.mistake).toContain(from)
  const [first] = readGamebook(broken(mistake)).diagnostics
  const line = text.slice(0, text.indexOf(from) + sameStart(from, to)).split('\n').length
  const isRight = first?.line === line && first.message.includes(says) && first.hint.includes(hint)
  expect(`${first?.message} ${first?.hint}`).not.toMatch(PARSER_WORDS)
  return isRight ? null : `${mistake.mistake}: ${first?.line} (not ${line}) ${first?.message} ${first?.hint}`
}

/** The YAML parser's own messages never reach an author. */
const PARSER_WORDS = /implicit key|flow collection|block (?:scalar|mapping|sequence)|unexpected|plain value/i

function broken({ book, from, to }: Mistake): string {
  return textOf(book).replace(from, () => to)
}

function textOf(book: string): string {
  return books.get(book) ?? expect.fail(`no gamebook ${book}`)
}

function sameStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1
  return length
}

function gamebookBelow(heading: string): string {
  const below = guide.slice(guide.indexOf(`\n## ${heading}\n`))
  return /```yaml gamebook[^\n]*\n([^]*?)```/.exec(below)?.[1] ?? expect.fail(`no gamebook below ${heading}`)
}
