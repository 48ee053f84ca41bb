import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { Book } from '../testSupport/mutations/book.ts'
import { mutantsOf, writeBook, type Mutant } from '../testSupport/mutations/mutantsOf.ts'
import { readGamebook } from '../format/readGamebook.ts'
import { checkGamebook, type GamebookCheck } from './checkGamebook.ts'

const GAMEBOOKS = new URL('../../../gamebooks/example/', import.meta.url)
/** How many faults of a kind are tried in the smallest gamebook, and how many are spread over the others. */
const EACH = 2
const SLOW = 600_000

const books = readdirSync(GAMEBOOKS).map((name) => {
  const source = readFileSync(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8')
  const check = checkGamebook(source)
  return { name, check, source: withExpectations(source, check) }
})

describe('for the shipped gamebooks, the checker', () => {
  it.each(books)('reports nothing false: $name', ({ check }) => {
    expect(check.explored?.isWhole).toBe(true)
    expect([...check.diagnostics, ...check.findings].filter(({ severity }) => severity !== 'note')).toEqual([])
  })

  it(
    'finds at least 95 of 100 injected faults',
    () => {
      const said = new Map(books.map(({ name, source }) => [name, new Set(wordsOf(checkGamebook(source)))]))
      const tried = chooseMutants().map(({ book, mutant }) => {
        const isNew = (words: string): boolean => said.get(book)?.has(words) !== true
        // What reading finds, the search need not find too: it explores tens of thousands of states.
        const isFound =
          wordsOf(readGamebook(mutant.source)).some(isNew) || wordsOf(checkGamebook(mutant.source)).some(isNew)
        return { name: `${mutant.kind}: ${mutant.where} in ${book}`, kind: mutant.kind, isFound }
      })
      const missed = tried.filter(({ isFound }) => !isFound).map(({ name }) => name)
      expect(tried.length).toBeGreaterThanOrEqual(60)
      expect(new Set(tried.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(12)
      expect(missed.length / tried.length, missed.join('\n')).toBeLessThanOrEqual(0.05)
    },
    SLOW,
  )
})

type Said = Pick<GamebookCheck, 'diagnostics'> & Partial<Pick<GamebookCheck, 'findings'>>

/** What is said, but for where it stands: a fault moves the lines below it. */
function wordsOf({ diagnostics, findings = [] }: Said): readonly string[] {
  return [...diagnostics, ...findings].map(({ code, message }) => `${code} ${message}`)
}

/** The gamebook with the least number of steps noted at each ending, as an author would who has seen the ways. */
function withExpectations(source: string, { explored }: GamebookCheck): string {
  const ways = new Map(explored?.endings.map(({ nodeId, steps }) => [nodeId, steps?.length]))
  const book = new Book(source)
  for (const ending of book.endings) ending['x-min-steps'] = ways.get(String(ending['id']))
  return writeBook(book)
}

/** A fault in the smallest gamebook costs a hundredth of the search that one in another costs. */
function chooseMutants(): readonly { book: string; mutant: Mutant }[] {
  const [smallest, ...others] = books.toSorted((a, b) => a.source.length - b.source.length)
  return [...spread(smallest === undefined ? [] : [smallest]), ...spread(others)]
}

function spread(among: typeof books): readonly { book: string; mutant: Mutant }[] {
  const byKind = new Map<string, { book: string; mutant: Mutant }[]>()
  for (const { name, source } of among) {
    for (const mutant of mutantsOf(source)) {
      const known = byKind.get(mutant.kind) ?? []
      byKind.set(mutant.kind, [...known, { book: name, mutant }])
    }
  }
  return [...byKind.values()].flatMap((all) =>
    Array.from(
      { length: Math.min(EACH, all.length) },
      (_, index) => all[Math.floor(((index + 0.5) * all.length) / EACH)] ?? all[index],
    ).filter((chosen) => chosen !== undefined),
  )
}
