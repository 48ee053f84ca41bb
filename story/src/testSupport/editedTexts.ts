import fc from 'fast-check'

/** Valid texts in which some characters are removed, and some that mean something to YAML are added. */
export function editedTexts(good: readonly string[]): fc.Arbitrary<string> {
  const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(30), add: fc.constantFrom(...PIECES) }), {
    minLength: 1,
    maxLength: 6,
  })
  return fc
    .tuple(fc.constantFrom(...good), edits)
    .map(([text, changes]) =>
      changes.reduce((edited, { at, remove, add }) => splice(edited, at % edited.length || 0, remove, add), text),
    )
}

const PIECES = [
  '',
  ' ',
  '\n',
  '\t',
  '\0',
  '- ',
  ': ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|',
  '>',
  '&a',
  '*a',
  '<<: ',
  '!x ',
  '#',
  '%',
  '---\n',
  '{{',
  '}}',
  '=',
  '~',
  '.inf',
  '__proto__',
  '🚪',
  '\ud800',
]

function splice(text: string, at: number, remove: number, add: string): string {
  return text.slice(0, at) + add + text.slice(at + remove)
}
