import { describe, expect, it } from 'vitest'

import { ECHOES, HIDDEN, PROSE, THINKING } from './answers.ts'
import { CALLS } from './writtenCalls.ts'
import { readAnswer } from './readAnswer.ts'

describe('a call written as text', () => {
  it.each(CALLS)('runs: $form', ({ answer, calls, text = '' }) => {
    const read = readAnswer(answer)
    expect({ ...read, text: read.text.trim() }).toEqual({
      calls,
      text,
      hidden: [],
      thinking: read.thinking,
      isLoop: false,
    })
  })

  it.each(HIDDEN)('is hidden: %s', (_form, answer, name) => {
    expect(readAnswer(answer)).toEqual({ calls: [], text: '', hidden: [name], thinking: '', isLoop: false })
  })
})

it.each(THINKING)('thinking is no prose: %s', (_form, answer, thinking, text) => {
  expect(readAnswer(answer)).toEqual({ calls: [], hidden: [], text, thinking, isLoop: false })
})

it.each(ECHOES)('an echo is removed: %j', (answer, text) => {
  expect(readAnswer(answer)).toEqual({ calls: [], hidden: [], text, thinking: '', isLoop: false })
})

it.each(PROSE)('is prose: %j', (answer) => {
  expect(readAnswer(answer)).toEqual({ calls: [], hidden: [], text: answer, thinking: '', isLoop: false })
})
