import { describe, expect, it } from 'vitest'

import { compilePhrases, listThirds, listVerbs } from './phrases.ts'

const finds = (phrase: string, words: string): boolean =>
  compilePhrases([phrase], { things: ['door', 'iron gate'], opening: listThirds('open, give way') }).test(words)

describe('a phrase', () => {
  it('is found as whole words', () => {
    expect(finds('the door', 'and the door opens')).toBe(true)
    expect(finds('the door', 'and the doorstep')).toBe(false)
    expect(finds('he', 'the door')).toBe(false)
  })

  it('has words of which one is there, or none', () => {
    expect(finds('the (door|gate) [slowly|now] opens', 'the gate now opens')).toBe(true)
    expect(finds('the (door|gate) [slowly|now] opens', 'the door opens')).toBe(true)
    expect(finds('the (door|gate) [slowly|now] opens', 'the gate never opens')).toBe(false)
  })

  it('has words of a list', () => {
    expect(finds('{things} {opening}', 'the iron gate gives way')).toBe(true)
    expect(finds('{things} {opening}', 'the window gives way')).toBe(false)
    expect(() => finds('{persons} {opening}', '')).toThrow('No words are named persons.')
  })

  it('leaves room for any words, but not for a mark', () => {
    expect(finds('the * door', 'the green door')).toBe(true)
    expect(finds('you *2 open', 'you very slowly open')).toBe(true)
    expect(finds('you *2 open', 'you do not at all open')).toBe(false)
    expect(finds('you *2 open', 'you , open')).toBe(false)
  })

  it('is at the beginning or at the end', () => {
    expect(finds('< no', 'no')).toBe(true)
    expect(finds('< no', 'oh no')).toBe(false)
    expect(finds('to go >', 'you get up to go')).toBe(true)
    expect(finds('to go >', 'to go on')).toBe(false)
  })

  it('does without some words before and after it', () => {
    expect(finds('opens !(an eye)', 'she opens the door')).toBe(true)
    expect(finds('opens !(an eye)', 'she opens an eye')).toBe(false)
    expect(finds('!<(cat|the cat) sees you', 'the guard sees you')).toBe(true)
    expect(finds('!<(cat|the cat) sees you', 'the cat sees you')).toBe(false)
  })
})

it('lists verbs with the forms that they have in the present', () => {
  expect(listThirds('go, carry off')).toEqual(['goes', 'carries off'])
  expect(listVerbs('pass')).toEqual(['pass', 'passes'])
})
