import { describe, expect, it } from 'vitest'

import { parseBlocks } from './parseBlocks.ts'

describe('parseBlocks', () => {
  it.each([
    ['an empty text', '', []],
    ['paragraphs at empty lines', 'One.\n\n\nTwo.', ['paragraph: One.', 'paragraph: Two.']],
    ['a line break inside a paragraph', 'Roses\nand thorns', ['paragraph: Roses\nand thorns']],
    [
      'a heading on its own',
      'Before\n## The Gate\nAfter',
      ['paragraph: Before', 'heading: The Gate', 'paragraph: After'],
    ],
    ['a quotation', '> Due back\n> on the fourteenth', ['quote: Due back\non the fourteenth']],
    ['a list', '- bread\n* salt', ['list: bread\nsalt']],
    ['a numbered list', '1. bread\n2) salt', ['numbered-list: bread\nsalt']],
    ['a break', 'One.\n\n***\n\nTwo.', ['paragraph: One.', 'break: ', 'paragraph: Two.']],
    ['spaced stars as a break', '* * *', ['break: ']],
    ['verbatim text, which is not read any further', '```\n# no\n- heading\n```', ['verbatim: # no\n- heading']],
    ['HTML as text', '<img src=x onerror=alert(1)>', ['paragraph: <img src=x onerror=alert(1)>']],
    ['a dash that is speech', '—Who is there?', ['paragraph: —Who is there?']],
  ])('reads %s', (_, text, blocks) => {
    expect(parseBlocks(text).map(({ kind, source }) => `${kind}: ${source}`)).toEqual(blocks)
  })
})
