import { expect, it } from 'vitest'
import { parse } from 'yaml'

import { generateBook } from './generate/generateBook.ts'
import { minimizeBook } from './minimize.ts'

it('leaves out all that a fault does not need', () => {
  const source = generateBook(5)
  const small = minimizeBook(source, (book) => book.includes('map.current_node_id') && /id: map/.test(book))
  expect(small.length).toBeLessThan(source.length / 4)
  expect(small).toContain('map.current_node_id')
  expect(parse(small)).not.toHaveProperty('title')
})

it('leaves a book alone that needs all of it', () => {
  const source = 'title: T\nentity_types:\n  - name: A\n'
  expect(minimizeBook(source, (book) => book === source)).toBe(source)
})
