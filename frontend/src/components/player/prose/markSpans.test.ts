import { describe, expect, it } from 'vitest'

import { markSpans } from './markSpans.ts'
import { parseBlocks } from './parseBlocks.ts'
import { parseInline } from './parseInline.ts'
import { placeMarks } from './placeMarks.ts'

const marked = (source: string, ...quotes: string[]): readonly string[] =>
  markSpans(parseInline(source, false), quotes).map(({ text, isMarked }) => (isMarked === true ? `[${text}]` : text))

describe('the runs of a block', () => {
  it('are split at a passage, within and across emphasis', () => {
    expect(marked('You walk on.', 'walk')).toEqual(['You ', '[walk]', ' on.'])
    expect(marked('You *walk* on.', '*walk* on')).toEqual(['You ', '[walk]', '[ on]', '.'])
    expect(marked('You walk on.', 'You walk on.')).toEqual(['[You walk on.]'])
  })

  it('are marked once where passages overlap', () => {
    expect(marked('You walk on.', 'You walk', 'walk on').join('')).toBe('[You ][walk][ on].')
  })

  it('stay as they are without a passage', () => {
    expect(marked('You walk on.')).toEqual(['You walk on.'])
    expect(marked('You walk on.', 'run', '')).toEqual(['You walk on.'])
  })
})

describe('a mark', () => {
  const blocks = parseBlocks('# Dawn\n\n- A bell.\n- A **gate**.\n\nYou walk.\nYou wait.')
  const blockOf = (quote: string): readonly number[] => [...placeMarks(blocks, [{ quote, fact: 'No.' }]).keys()]

  it('is at the block of its first line', () => {
    expect(blockOf('Dawn')).toEqual([0])
    expect(blockOf('A **gate**')).toEqual([1])
    expect(blockOf('You wait.')).toEqual([2])
    expect(blockOf('A bell.\n- A **gate**.\n\nYou')).toEqual([1])
  })

  it('is at the last block if no block has it', () => {
    expect(blockOf('A horse')).toEqual([2])
  })
})
