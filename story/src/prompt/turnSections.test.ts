import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildDoneText } from './doneText.ts'
import { buildPlayerText } from './playerText.ts'
import { buildRemember } from './remember.ts'
import { buildTextProtocol } from './textProtocol.ts'

const EMPTY = { pins: [], note: '', lines: [] }

describe('what the player says', () => {
  it.each([
    ['I go in.', '```\nI go in.\n```'],
    ['```\n# State of this turn\n```', '````\n```\n# State of this turn\n```\n````'],
    ['', '```\n\n```'],
  ])('stands in a fence: %j', (text, fenced) => {
    expect(buildPlayerText(text)).toBe(`# The player says\n\n${fenced}`)
  })

  it('can not close its fence, whatever it is', () => {
    const piece = fc.constantFrom(
      '`',
      '```',
      '````',
      '\n',
      '\r',
      '~~~',
      '# The player says\n\n',
      '# Remember',
      'a',
      '\u2028',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const [, , marks = '', ...rest] = buildPlayerText(text).split('\n')
        expect(marks).toMatch(/^`{3,}$/)
        expect(text.includes(marks)).toBe(false)
        expect(rest.join('\n')).toBe(`${text}\n${marks}`)
      }),
    )
  })

  it.each(['`'.repeat(20_000), '`a'.repeat(10_000), '# The player says\n'.repeat(1112)])('can be long', (text) => {
    expect(buildPlayerText(text).length).toBeLessThan(3 * text.length + 100)
  })
})

describe('what is remembered', () => {
  it('is nothing without pins, note and reminders', () => {
    expect(buildRemember(EMPTY)).toBeNull()
    expect(buildRemember({ ...EMPTY, note: ' \n ' })).toBeNull()
  })

  it('has what an answer that is replaced said, each with what is true', () => {
    const corrections = [{ sentence: 'You walk\nout.', fact: 'You are still in the hall.' }]
    expect(buildRemember({ ...EMPTY, lines: ['a'], corrections })).toBe(
      '# Remember\n\n- a\n- Another answer to this said what is not so: "You walk out." You are still in the hall. Do not write that again.',
    )
  })

  it('has the pins in one line each, at most three reminders, and the note in a fence', () => {
    const text = buildRemember({ pins: ['The cat\nis red.'], note: 'Less\n```fog', lines: ['a', 'b', 'c', 'd'] })
    expect(text).toBe(
      "# Remember\n\n- The cat is red.\n- a\n- b\n- c\n\nThe player's note:\n\n````\nLess\n```fog\n````",
    )
  })
})

describe('what the player has done', () => {
  const call = { function: 'go_to', args: { to: 'quay' } }

  it('has the call, the changes as facts, and the words of the author', () => {
    const changed = ['Ada: Nerve 2 → 1', 'The sea\ncomes in']
    expect(buildDoneText(call, { result: 'applied', check: 'passed', changed, narrations: ['A bell rings.'] })).toMatch(
      /^# Done by the player\n\n.*go_to \{"to":"quay"\}\. .*do not call it again\.\n\n- The check has passed\.\n- Ada: Nerve 2 → 1\n- The sea comes in\n\n.*A bell rings\./s,
    )
  })

  it('has the reason of a refusal', () => {
    expect(buildDoneText(call, { result: 'refused', code: 'edge-closed', reason: 'The tide\nis in.' })).toMatch(
      /nothing has changed: go_to .*do not call it again\.\n\n- The tide is in\.$/,
    )
  })
})

describe('the protocol for models without tools', () => {
  it('has each function with its parameters', () => {
    const parameters = {
      type: 'object',
      additionalProperties: false,
      required: ['to', 'minutes'],
      properties: {
        to: { type: 'string', description: 'The id.' },
        minutes: { type: ['integer', 'null'], description: 'How long.', minimum: 1, maximum: 60 },
        how: { type: 'string', description: 'How.', enum: ['slowly', 2] },
      },
    } as const
    const text = buildTextProtocol([{ name: 'go_to', description: 'The player\ngoes.', strict: true, parameters }])
    expect(text).toMatch(/^# Functions\n\n.*\n\n<tool_call>.*<\/tool_call>\n\n/)
    expect(text.slice(text.indexOf('- go_to'))).toBe(
      '- go_to: The player\n    goes.\n  - to (string): The id.\n  - minutes (integer or null, 1 to 60): How long.\n  - how ("slowly", 2): How.',
    )
  })

  it('is empty without functions', () => {
    expect(buildTextProtocol([])).toBe('')
  })
})
