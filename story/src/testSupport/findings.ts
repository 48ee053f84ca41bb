import { expect } from 'vitest'
import { readGamebook } from '../format/readGamebook.ts'

/**
 * Expects exactly these codes, in the order of the file, each where a `⟪` marks its place.
 * The marks are removed before the file is read.
 */
export function expectFindings(codes: string, marked: string): void {
  const source = marked.replaceAll(MARK, '')
  const found = readGamebook(source).diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`)
  const places = placesOf(marked)
  expect(found).toEqual(codes.split(' ').map((code, index) => `${places[index]} ${code}`))
}

/** A gamebook with these entity types, written as a YAML list. */
export function gamebookOf(entityTypes: string): string {
  return `title: T\nentity_types:\n${entityTypes}`
}

const MARK = '⟪'

function placesOf(marked: string): readonly string[] {
  return marked
    .split(MARK)
    .slice(0, -1)
    .map((_, index, pieces) => {
      const lines = pieces
        .slice(0, index + 1)
        .join('')
        .split('\n')
      return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`
    })
}
