import { expect, it } from 'vitest'

import { checkGamebook, type GamebookCheck } from '../checkGamebook.ts'
import { generateBook } from '../fuzz/generate/generateBook.ts'
import { TOWER } from '../../testSupport/tower.ts'

/** A check with a clock that goes on whenever it is read, so it is over after so many looks at it. */
function checkFor(looks: number, text: string): GamebookCheck {
  let time = 0
  return checkGamebook(text, { now: () => (time += 1), maxMilliseconds: looks })
}

const openQuestions = ({ summary }: GamebookCheck) => summary?.open ?? []

it.each([
  ['a gamebook with dice and triggers', TOWER],
  ['a random gamebook', generateBook(12)],
])('ends a check of %s wherever the time is over, and never claims more than a whole check', (_, text) => {
  const whole = checkGamebook(text)
  const known = new Set(whole.findings.map(({ code, line, column }) => `${code} ${line} ${column}`))
  const reasons = new Set<string>()
  const counts: number[] = []
  for (let looks = 1; looks < 4000; looks = Math.ceil(looks * 1.4)) {
    const check = checkFor(looks, text)
    for (const question of openQuestions(check)) for (const { kind } of question.reasons) reasons.add(kind)
    for (const finding of check.findings) {
      if (finding.status.kind === 'guess' || finding.status.kind === 'not-known') continue
      expect(known).toContain(`${finding.code} ${finding.line} ${finding.column}`)
    }
    counts.push(openQuestions(check).length)
  }
  expect(counts[0]).toBeGreaterThan(5)
  expect(counts.at(-1)).toBeLessThan(counts[0] ?? 0)
  const usual = openQuestions(whole).flatMap((question) => question.reasons.map(({ kind }) => kind))
  expect(reasons).toEqual(new Set(['limit', ...usual]))
})

it('leaves every question open for a reason that is known before the search', () => {
  const check = checkGamebook(TOWER, { unanswered: { kind: 'memory' } })
  const { questions = 0, decided } = check.summary ?? {}
  expect(questions).toBeGreaterThan(20)
  expect(decided).toBe(0)
  expect(new Set(openQuestions(check).flatMap((question) => question.reasons))).toEqual(new Set([{ kind: 'memory' }]))
  expect(openQuestions(check).map(({ question }) => question)).toContain('whether every play can still reach an ending')
  expect(check.explored?.endings.map(({ status }) => status.kind)).toEqual(['not-known', 'not-known'])
})
