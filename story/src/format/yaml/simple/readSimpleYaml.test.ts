import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FULL } from '../../../testSupport/full.ts'
import { parseWithPackage } from '../package/parseWithPackage.ts'
import { readSource } from '../readSource.ts'
import { readSimpleYaml } from './readSimpleYaml.ts'

const bookAt = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const shipped = (name: string): string => bookAt(`../../../../../gamebooks/example/${name}/llm-gamebook.yaml`)

const BOOKS = [
  ['The Salt Lantern', bookAt('../../../testSupport/salt-lantern.yaml')],
  ['A Shadow by Six', shipped('a-shadow-by-six')],
  ['Thirteenth Cup', shipped('thirteenth-cup')],
  ['Low Water', shipped('low-water')],
  ['What the Parrot Said', shipped('what-the-parrot-said')],
  ['that has every key', FULL],
  ['that is JSON', JSON.stringify({ title: 'T', list: [1, -2.5, true, null, 'a: b', { 'a b': [] }], empty: {} })],
  ['that is indented JSON', JSON.stringify({ title: 'T\n"U"', list: [[], [1, { a: '' }]] }, null, 2)],
] as const

const SIMPLE = [
  ['mappings in mappings', 'a:\n  b:\n   c: 1\n   d: 2\n  e: 3\nf: 4'],
  ['lists in lists', '- - a\n  - b\n-   - c\n-\n  - d\n'],
  ['a list in the column of its key', 'a:\n- b\n- c: 1\n  d: 2\ne: f'],
  ['a mapping that starts behind a dash', 'a:\n  -   b: 1\n      c: 2\n  - d: 3'],
  ['values that are left out', 'a:\nb:   # none\nc:\n  -\n  -  # none\n  - d:\ne:'],
  [
    'comments and empty lines',
    '# a\n\na: # b\n# c\n   # d\n  b: c # d\n\n  # e\n  f: [ # g\n    h, # i\n # j\n    k ] # l\n# m',
  ],
  ['plain texts', 'a: b c  \nd: e#f\ng: http://h\ni: -j\nk: (l), {m}\nn: it\'s "o"\n"p q" : r\ns t: u\n'],
  ['plain texts of several lines', 'a: b\n  c\n\n   - d\n  e # f\ng:\n  h\n  i\nj: [k\n  l, m\n\n  n]'],
  ['quoted texts', 'a: "b: \\"c\\" \\u00e9 # d"\ne: \'it\'\'s\'\nf: ""\ng: "h\n  i\\\n  j\n\n  k"\nl: \'m\n\n  n\'\n'],
  [
    'texts in blocks',
    'a: |\n  b\n\n    c\nd: >-\n   e\n   f\n\n\n   g\n\nh:\n  - |-\n   i\n  - >\n   j\n   \nk: |\n l',
  ],
  ['brackets and braces', 'a: [b, [c, d], {e: f, "g": h, i: [j]}, ]\nk: {}\nl: []\nm: {\n  n: o,\n}\np:\n  [q\n  ]\n'],
  [
    'nulls, booleans and numbers',
    '[~, null, Null, true, False, TRUE, 0, -1, +2, 007, 3.5, .5, 6., -.5, 12345678901234567890123]',
  ],
  ['texts like numbers', '[1a, 1 2, 1.2.3, nulls, truely, "1", \'true\', 0b1, e5, 1_000, 12:30]'],
  ['keys of all kinds', 'true: a\n1: b\n~: c\n<<: {d: e}\na: f\na: g\n'],
  ['characters beyond ASCII', 'é: 🚪\nb: "\u2028\u00a0c"\nd: e\u00a0\n'],
] as const

const LEFT = [
  ['an empty file', ''],
  ['a single text', 'a'],
  ['an anchor', 'a: &b c'],
  ['an alias', 'a: *b'],
  ['a tag', 'a: !b c'],
  ['a tab', 'a:\tb'],
  ['the line breaks of Windows', 'a: b\r\n'],
  ['an explicit key', '? a\n: b'],
  ['the start of a document', '---\na: b'],
  ['the end of a document', 'a: b\n...'],
  ['a directive', '%YAML 1.2\n---\na: b'],
  ['a pair in a list', 'a: [b: c]'],
  ['a key without a value in braces', 'a: {b}'],
  ['a text block that keeps its line breaks', 'a: |+\n  b\n\n'],
  ['a text block with a written indentation', 'a: |2\n   b'],
  ['a text block that ends in spaces', 'a: |\n  b\n     \n'],
  ['a text block without a text', 'a: |\n\nb: c'],
  ['a number with an exponent', 'a: 1e3'],
  ['a number that is not decimal', 'a: 0x1F'],
  ['infinity', 'a: -.inf'],
  ['a mapping behind a key', 'a: b: c'],
  ['a key of two lines', 'a\n b: c'],
  ['a text with a colon on its second line', 'a: b\n  c: d'],
  ['a key that is too long', `${'a'.repeat(1025)}: b`],
  ['a key that is not indented like the others', 'a:\n   b: c\n  d: e'],
  ['an item that is not indented like the others', 'a:\n   - b\n  - c'],
  ['a quote that is not closed', 'a: "b'],
  ['a single quote that is not closed, after one that starts the file', "'a': 'b"],
  ['a quote that is less indented', 'a:\n  b: "c\nd"'],
  ['a bracket that is not closed', 'a: [b, c'],
  ['a bracket that is closed by a brace', 'a: [b}'],
  ['a bracket that is less indented', 'a:\n  b: [c,\n d]'],
  ['a bracket inside another that is less indented', 'a: [\n  [b\n]]'],
  ['two commas', 'a: [b,, c]'],
  ['something behind a value', 'a: "b" c'],
  ['a comment without a space before it', 'a: [b,#c\n d]'],
  ['a 33rd level', `${'['.repeat(33)}${']'.repeat(33)}`],
  ['a wrong escape', String.raw`a: "\y"`],
] as const

describe('readSimpleYaml', () => {
  it.each([...SIMPLE, ...BOOKS])('reads %s as the package does', (_, text) => {
    expect(readSimpleYaml(text)).toEqual({ root: readByPackage(text) })
  })

  it.each(LEFT)('leaves %s to the package', (_, text) => expect(readSimpleYaml(text)).toBeNull())

  it('never reads a changed text differently from the package', () => {
    const texts = [...SIMPLE, ...LEFT, ...BOOKS].map(([, text]) => text)
    const pieces = [
      '',
      ' ',
      '  ',
      '\n',
      '\n  ',
      '- ',
      ': ',
      ':',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '|\n',
      '>-\n',
      ' #',
      ', ',
    ]
    const changes = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(4), add: fc.constantFrom(...pieces) }), {
      maxLength: 3,
    })
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), changes, (text, start, all) => {
        const changed = all.reduce(change, excerptOf(text, start))
        const simple = readSimpleYaml(changed)
        if (simple !== null) expect(simple).toEqual({ root: readByPackage(changed) })
      }),
      // The package takes a few valid texts for wrong ones: a seed without them.
      { numRuns: 1000, seed: 2026 },
    )
  })

  it.each([
    ['brackets', '['],
    ['single quotes', "'"],
    ['double quotes', '"'],
    ['escapes', '"\\'],
    ['spaces', ' '],
    ['line breaks', '\n'],
    ['indented lines', '\n a'],
    ['comments', '#\n'],
    ['colons', 'a:'],
    ['items', '- a\n'],
    ['empty items', '-\n'],
    ['items of a list in brackets', 'a, '],
    ['lines of a text block', 'a\n\n '],
  ])('takes linear time for %s', (_, piece) => {
    const many = piece.repeat(300_000 / piece.length)
    for (const text of [many, `a: ${many}`, `[${many}`, `a: |\n ${many}`, `- "${many}`, `a: '${many}`]) {
      expect(readSimpleYaml(text)).not.toMatchObject({ root: { kind: 'scalar' } })
    }
  })
})

/** A simple text has no errors, whatever the package says about it. */
function readByPackage(text: string): unknown {
  const { reporter } = readSource(text, 'llm-gamebook.yaml')
  const tree = parseWithPackage(text, reporter)
  expect(reporter.diagnostics()).toEqual([])
  return tree
}

/** At most twenty lines, as far to the left as the first of them. */
function excerptOf(text: string, start: number): string {
  const lines = text.split('\n')
  const from = start % lines.length
  const excerpt = lines.slice(from, from + 20)
  const indent = /^ */.exec(excerpt[0] ?? '')?.[0] ?? ''
  return excerpt.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join('\n')
}

function change(text: string, { at, remove, add }: { at: number; remove: number; add: string }): string {
  const index = at % (text.length + 1)
  return text.slice(0, index) + add + text.slice(index + remove)
}
