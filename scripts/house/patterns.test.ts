import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

/**
 * Text from outside, of players, authors, providers and files, can be long and hostile. Each pattern in the code that
 * ships reads a megabyte of its own worst characters here: a pattern that takes quadratic time would need many minutes.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FILES = globSync('{story,backend,frontend}/src/**/*.{ts,tsx}', { cwd: ROOT }).filter(
  (file) => !/\.test\.tsx?$|testSupport/.test(file),
)
const LENGTH = 1_000_000
/** Opens no match: a run before it makes a pattern look for its end in vain. */
const NO_END = '\u0007'

const patterns = [...new Map(FILES.flatMap(patternsIn)).entries()]

it('finds the patterns', () => {
  expect(patterns.length).toBeGreaterThan(150)
})

it.each(patterns)('%s reads hostile text in linear time', (_, pattern) => {
  for (const piece of piecesOf(pattern)) {
    const text = piece.repeat(LENGTH / piece.length) + NO_END
    expect(text.replace(pattern, '').length).toBeLessThanOrEqual(text.length)
  }
})

function patternsIn(file: string): readonly (readonly [string, RegExp])[] {
  const found: (readonly [string, RegExp])[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push([node.text, toPattern(node.text)])
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(`${ROOT}${file}`, 'utf8'), ts.ScriptTarget.Latest))
  return found
}

function toPattern(literal: string): RegExp {
  const end = literal.lastIndexOf('/')
  return new RegExp(literal.slice(1, end), literal.slice(end + 1))
}

/** The characters and words that a pattern names, and one character for each kind that it names by class. */
function piecesOf({ source }: RegExp): readonly string[] {
  const classes: readonly (readonly [RegExp, string])[] = [
    [/\\s|\\n|\\r/, ' '],
    [/\\s|\\n/, '\n'],
    [/\\d|0-9/, '0'],
    [/\\w|a-z|A-Z|\\p\{L|\\S|\\D|\.|\[\^/, 'a'],
    [/\\p\{Lu|A-Z/, 'A'],
  ]
  const named = source.replaceAll(/\\[a-zA-Z](\{[^}]*\})?/g, ' ').match(/[^\sA-Za-z0-9]|[A-Za-z]{2,}/g) ?? []
  return [...new Set([...named, ...classes.flatMap(([of, character]) => (of.test(source) ? [character] : []))])].slice(
    0,
    12,
  )
}
