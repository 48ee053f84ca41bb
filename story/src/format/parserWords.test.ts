import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editedTexts } from '../testSupport/editedTexts.ts'
import { breakLine, linesFor } from '../testSupport/slips/breakLine.ts'
import { slippedBooks } from '../testSupport/slips/slippedBooks.ts'
import { structureSlips } from '../testSupport/slips/structureSlips.ts'
import { textSlips } from '../testSupport/slips/textSlips.ts'
import { readGamebook } from './readGamebook.ts'
import { problemMessages, messageForProblem } from './yaml/explain/problemMessages.ts'

/** Shorter pieces of sentences are in many others. */
const LEAST = 12

/** The sentences of the YAML package, cut where it fills something in. */
const PARSER_WORDS = ['compose', 'parse'].flatMap((folder) => {
  const path = join(dirname(createRequire(import.meta.url).resolve('yaml')), folder)
  const sources = readdirSync(path).filter((name) => name.endsWith('.js'))
  return sources.flatMap((name) => sentencesIn(readFileSync(join(path, name), 'utf8')))
})

/** Words that only those who know YAML's grammar understand. */
const JARGON =
  /\b(?:scalars?|flow (?:map|seq|coll)|block (?:map|seq|coll|scalar)|implicit|sequences?|tokens?|unexpected)\b/i

describe('the words of the YAML package', () => {
  it('are known here', () => {
    expect(PARSER_WORDS.length).toBeGreaterThan(40)
    expect(PARSER_WORDS).toContain('Nested mappings are not allowed in compact mappings')
    expect(PARSER_WORDS).toContain('Tabs are not allowed as indentation')
  })

  it('never reach a writer who made a mistake', () => {
    const sources = [...slippedBooks.values()].flatMap((text) =>
      [...textSlips, ...structureSlips].flatMap((slip) =>
        linesFor(slip, text, [0.5]).map((line) => breakLine(slip, text, line)),
      ),
    )
    expectOwnWords(sources, 80)
  }, 600_000)

  it('never reach the reader of a file that was edited at random', () => {
    const [beginner = ''] = slippedBooks.values()
    expectOwnWords(fc.sample(editedTexts([beginner]), { numRuns: 150, seed: 13 }), 50)
  })

  it('are replaced for each of its codes, and for codes that it may add', () => {
    for (const code of Object.keys(problemMessages))
      expectNoParserWords(Object.values(messageForProblem(code)).join(' '))
    for (const code of ['NEW_CODE', '__proto__', 'constructor', '']) {
      expect(messageForProblem(code)).toBe(problemMessages.IMPOSSIBLE)
    }
  })
})

/** Expects none of them in any finding, where at least so many files have a mistake in their syntax. */
function expectOwnWords(sources: readonly string[], leastBroken: number): void {
  const findings = sources.map((source) => readGamebook(source).diagnostics)
  const syntax = findings.filter((found) => found.some(({ code }) => code === 'yaml-syntax'))
  expect(syntax.length).toBeGreaterThanOrEqual(leastBroken)
  const sentences = new Set(findings.flat().flatMap(({ message, hint }) => [message, hint]))
  for (const sentence of sentences) expect(PARSER_WORDS.filter((words) => sentence.includes(words))).toEqual([])
  for (const found of syntax.flat())
    if (found.code === 'yaml-syntax') expectNoParserWords(`${found.message} ${found.hint}`)
}

function expectNoParserWords(sentence: string): void {
  expect(PARSER_WORDS.filter((words) => sentence.includes(words))).toEqual([])
  expect(sentence).not.toMatch(JARGON)
}

function sentencesIn(source: string): readonly string[] {
  const texts = [...source.matchAll(/(['"`])([A-Z](?:(?!\1)[^\\\n])*)\1/g)].flatMap(([, , text = '']) =>
    text.split(/\$\{[^}]*\}/),
  )
  return texts.map((text) => text.trim()).filter((text) => text.length >= LEAST && text.includes(' '))
}
