import { Lexer } from 'yaml'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createReporter } from '../../diagnostics/reporter.ts'
import { composeDocuments, syntaxProblemsOf } from '../package/composeDocuments.ts'
import type { SyntaxProblem } from '../package/syntaxProblem.ts'
import type * as simple from '../simple/readSimpleYaml.ts'
import { explainSyntax } from './explainSyntax.ts'
import type * as repair from './repair.ts'

/** What is read and written while one file is explained, in characters. */
const work = vi.hoisted(() => ({ lexed: 0, simple: 0, edited: 0 }))

vi.mock(import('../simple/readSimpleYaml.ts'), async (importOriginal) => {
  const original: typeof simple = await importOriginal()
  return {
    ...original,
    findSimpleEnd(text: string) {
      work.simple += text.length
      return original.findSimpleEnd(text)
    },
  }
})

vi.mock(import('./repair.ts'), async (importOriginal) => {
  const original: typeof repair = await importOriginal()
  return {
    ...original,
    applyEdits(text: string, edits: readonly repair.TextEdit[]) {
      work.edited += text.length + edits.length
      return original.applyEdits(text, edits)
    },
  }
})

afterEach(() => vi.restoreAllMocks())

const LENGTH = 500_000
const filled = (line: string) => `title: T\n${line.repeat(Math.ceil(LENGTH / line.length))}`
const wide = (part: string) => `title: ${part.repeat(Math.ceil(LENGTH / part.length))}`

describe('the causes of mistakes in a large hostile file', () => {
  it.each([
    ['tabs', filled('\tb: 1\n')],
    ['tabs below a list', filled('- a:\n\t- b: 1\n')],
    ['open quotes', filled('a: "b\n')],
    ['apostrophes', filled("a: 'b's c'\n")],
    ['open brackets', filled('a: [b, {c: d\n')],
    ['closing brackets', filled('a: b]}\n]\n')],
    ['uneven texts', filled('a: |\n b\n  c\n d: e\ne\n')],
    ['one line of quotes', wide('"a" ')],
    ['a mistake at its end', `${filled('x-a: &b {c: d}\n')}e f\n`],
  ])('are looked for with bounded work: %s', (_, source) => {
    const lex = Lexer.prototype.lex
    const problem = firstProblemOf(source)
    vi.spyOn(Lexer.prototype, 'lex').mockImplementation(function* (this: Lexer, text, incomplete) {
      for (const lexeme of lex.call(this, text, incomplete)) {
        work.lexed += lexeme.length
        yield lexeme
      }
    })
    Object.assign(work, { lexed: 0, simple: 0, edited: 0 })
    const reporter = createReporter('hostile.yaml', () => ({ line: 1, column: 1 }))
    explainSyntax({ text: source, reporter, problem, pathAt: () => null })
    expect(reporter.diagnostics().length).toBeGreaterThan(0)
    expect(work.lexed).toBeLessThan(2 * LENGTH)
    expect(work.simple).toBeLessThan(12 * LENGTH)
    expect(work.edited).toBeLessThan(12 * LENGTH)
  })
})

/** Only the start of a file is parsed if it has a mistake. */
function firstProblemOf(text: string): SyntaxProblem {
  for (const part of [text.slice(0, text.lastIndexOf('\n', 2000)), text]) {
    const composed = composeDocuments(part)
    const [problem] = 'documents' in composed ? composed.documents.flatMap(syntaxProblemsOf) : []
    if (problem !== undefined) return problem
  }
  throw new Error('The file has no mistake.')
}
