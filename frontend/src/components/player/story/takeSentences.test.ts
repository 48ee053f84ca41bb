import { describe, expect, it } from 'vitest'

import { takeSentences } from './takeSentences.ts'

describe('takeSentences', () => {
  it('waits for the end of a sentence while more may come', () => {
    expect(takeSentences('The gate is warm. Beyond it', 0, true)).toEqual({
      sentences: ['The gate is warm.'],
      length: 18,
    })
  })

  it('takes each sentence once, however the text arrives', () => {
    const text = '“Who is it?” she asked. Nobody *answered*.\n\nThe lamp went out!'
    const taken: string[] = []
    let length = 0
    for (let end = 0; end <= text.length; end++) {
      const result = takeSentences(text.slice(0, end), length, true)
      taken.push(...result.sentences)
      length = result.length
    }
    taken.push(...takeSentences(text, length, false).sentences)
    expect(taken).toEqual(['“Who is it?”', 'she asked.', 'Nobody answered.', 'The lamp went out!'])
  })

  it('takes the rest when no more comes', () => {
    expect(takeSentences('Cut off in the mid', 0, false).sentences).toEqual(['Cut off in the mid'])
  })

  it.each([
    [
      'Mr. and Mrs. Hale wait. Dr. J. R. Stone of St. Ives nods.',
      ['Mr. and Mrs. Hale wait.', 'Dr. J. R. Stone of St. Ives nods.'],
    ],
    ['You wait… and wait... still. Then… Nothing.', ['You wait… and wait... still.', 'Then…', 'Nothing.']],
    ['So do I. You go, e.g. home. “Stay.” She stays.', ['So do I.', 'You go, e.g. home.', '“Stay.”', 'She stays.']],
  ])('ends no sentence inside of %s', (text, sentences) => {
    expect(takeSentences(text, 0, false).sentences).toEqual(sentences)
    let length = 0
    const taken: string[] = []
    for (let end = 0; end <= text.length; end++) {
      const result = takeSentences(text.slice(0, end), length, end < text.length)
      taken.push(...result.sentences)
      length = result.length
    }
    expect(taken).toEqual(sentences)
  })
})
