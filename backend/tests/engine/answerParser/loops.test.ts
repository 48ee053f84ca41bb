import { describe, expect, it } from 'vitest'

import { readAnswer } from './readAnswer.ts'

const BEFORE = 'Wet stones lie in the pantry. '

describe('text that repeats itself', () => {
  it.each([
    ['a sentence', 'The bell rings again. '],
    ['several sentences', 'The sea breathes. The lamp burns. You wait. '],
    [
      'a paragraph',
      `${'The sea breathes and the lamp burns low over the long table by the wall. '.repeat(1)}You wait.\n\n`,
    ],
    ['a few words without an end', 'and then you go on '],
    ['Japanese', '鐘が鳴り、海が息をする。'],
    ['with other signs', 'The bell rings again! — '],
  ])('is cut after its first run, and nothing follows: %s', (_what, run) => {
    const read = readAnswer(BEFORE, ...run.repeat(30).split(''), 'The end.')
    expect(read).toMatchObject({ isLoop: true, text: BEFORE + run })
  })

  it('is a loop at the fourth time', () => {
    const run = 'The bell rings again. '
    expect(readAnswer(BEFORE + run.repeat(3)).isLoop).toBe(false)
    expect(readAnswer(BEFORE + run.repeat(4))).toMatchObject({ isLoop: true, text: BEFORE + run })
  })

  it('is a loop in another case and with other punctuation', () => {
    const text = `${BEFORE}The bell rings again. THE BELL RINGS AGAIN! the bell rings again… The bell rings, again.`
    expect(readAnswer(text)).toMatchObject({ isLoop: true, text: `${BEFORE}The bell rings again. ` })
  })

  it('keeps the first time if there is nothing else', () => {
    const run = 'The bell rings again. '
    expect(readAnswer(run.repeat(9))).toMatchObject({ isLoop: true, text: run })
  })

  it.each([
    ['one sign', `${BEFORE}${'a'.repeat(5000)}`],
    ['white space', `${BEFORE}${'\n \n'.repeat(2000)}The end.`],
    ['dashes', `${BEFORE}${'- — '.repeat(2000)}The end.`],
    ['one word', `${BEFORE}${'no '.repeat(2000)}`],
  ])('is stopped if it is %s', (_what, text) => {
    const read = readAnswer(text)
    expect(read.isLoop).toBe(true)
    expect(read.text.length).toBeLessThan(BEFORE.length + 450)
  })

  it.each([
    'Ding, dong. Ding, dong. Ding, dong.',
    'No, no, no, no, no! she cries.',
    'The bell rings again. The bell rings again. The bell rings again. Then it is still.',
    'Ha ha ha ha ha!',
    'Nooooooooooooooooooooooooooo!',
    'Once. The bell rings again. Twice. The bell rings again. Thrice. The bell rings again. Four. The bell rings again.',
    '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |',
    `${'-'.repeat(80)}\nTHE LOG\n${'-'.repeat(80)}`,
  ])('is prose if it is a chant: %j', (text) => {
    expect(readAnswer(text)).toMatchObject({ isLoop: false, text })
  })
})
