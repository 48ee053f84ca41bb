import { describe, expect, it } from 'vitest'

import { ECHOES, HIDDEN, PROSE, THINKING } from './answers.ts'
import { CALLS } from './writtenCalls.ts'
import { readAnswer } from './readAnswer.ts'

const ANSWERS: readonly string[] = [
  ...CALLS.map(({ answer }) => answer),
  ...HIDDEN.map(([, answer]) => answer),
  ...THINKING.map(([, answer]) => answer),
  ...ECHOES.map(([answer]) => answer),
  ...PROSE,
]
const PIECINGS = 100_000

/** Numbers that look random and are the same in every run. */
function createRandom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

function cut(text: string, random: (limit: number) => number): readonly string[] {
  const longest = 1 + random(12)
  const pieces: string[] = []
  for (let at = 0; at < text.length;) {
    const end = at + 1 + random(longest)
    pieces.push(text.slice(at, end))
    at = end
  }
  return pieces
}

describe('the pieces of an answer', () => {
  it.each(ANSWERS)('may be single code units: %j', (answer) => {
    expect(readAnswer(...answer.split(''))).toEqual(readAnswer(answer))
  })

  it('make no difference, however they are cut', () => {
    const random = createRandom(7)
    const whole = new Map<string, string>()
    for (let count = 0; count < PIECINGS; count += 1) {
      const first = ANSWERS[random(ANSWERS.length)] ?? ''
      const answer = random(16) === 0 ? `${first}\n\n${ANSWERS[random(ANSWERS.length)] ?? ''}` : first
      const expected = whole.get(answer) ?? JSON.stringify(readAnswer(answer))
      whole.set(answer, expected)
      const pieces = cut(answer, random)
      if (JSON.stringify(readAnswer(...pieces)) !== expected) expect(readAnswer(...pieces)).toEqual(readAnswer(answer))
    }
    expect(whole.size).toBeGreaterThan(ANSWERS.length)
  }, 300_000)
})
