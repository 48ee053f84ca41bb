import { describe, expect, it } from 'vitest'

import { createAnswerParser } from '../../../src/engine/answerParser/answerParser.ts'
import type { ParsedPiece } from '../../../src/engine/answerParser/parsedPiece.ts'
import { join, OPTIONS, readAnswer } from './readAnswer.ts'

const SIZE = 500_000
/** Quadratic work takes minutes, also on a fast machine. */
const LONGEST_MS = 120_000

const HOSTILE: readonly string[] = [
  ...['<', '[', '(', '{', '`', '#', '\n', ' (', '<think>', '</think>', '<tool_call>', '<|', '<|a', '◁', '[TOOL_CALLS]'],
  ...[
    '{"name":',
    '{"name": "go_to", "arguments": {"a":',
    '```json\n',
    'go_to(',
    'go_to("',
    '\ngo_to(a',
    '\n{"name":"go_to"',
  ],
  ...[
    '<function=go_to>',
    '<invoke name="',
    '<|channel|>',
    '<|start|>',
    '<|im_start|>user',
    '# State of this turn\n',
    '\n- a',
  ],
  ...['<arg_key>a</arg_key><arg_value>', '<parameter=a>', '"', '„', '\\', '\n**', '\n[go_to(', '<｜tool▁call▁begin｜>'],
]

describe('an answer of 500,000 characters', () => {
  it.each(HOSTILE)(
    'is read in linear time if it repeats %j',
    (unit) => {
      const text = distinct(unit, SIZE)
      const whole = readAnswer(text)
      expect(whole.text.length + whole.thinking.length).toBeLessThanOrEqual(text.length)
      readAnswer(...(text.slice(0, SIZE / 10).match(/[^]{1,3}/g) ?? []))
    },
    LONGEST_MS,
  )

  it('passes at once, and holds back only what may be special', () => {
    const parser = createAnswerParser(OPTIONS)
    let held = 0
    let longest = 0
    for (const word of distinct('the sea comes in, and ', SIZE).match(/\S+\s?/g) ?? []) {
      const written = lengthOf(parser.write(word))
      held += word.length - written
      longest = Math.max(longest, held)
    }
    expect(longest).toBeLessThan(3)
  })

  it('is kept whole if it is prose', () => {
    const text = distinct('the sea comes in, and ', SIZE)
    expect(readAnswer(text).text).toBe(text)
  })
})

/** A text that repeats a unit and is no loop: a number that grows stands between. */
function distinct(unit: string, size: number): string {
  const units: string[] = []
  for (let length = 0, count = 0; length < size; count += 1) {
    const each = count % 3 === 2 ? `${unit}${count}` : unit
    units.push(each)
    length += each.length
  }
  return units.join('')
}

const lengthOf = (pieces: readonly ParsedPiece[]): number => join(pieces).text.length
