import type { Invariant } from '../../gamebook/gamebook.ts'
import type { Judgment } from './judge.ts'
import { quoteCondition } from './findingContext.ts'

/** An invariant or a goal by its name, or else by its condition. */
export function quoteName({ name, condition }: Invariant): string {
  return name === null ? quoteCondition(condition) : `"${name}"`
}

/** @param judgment anything but true */
export function describeViolation(invariant: Invariant, judgment: Exclude<Judgment, true>): string {
  const what = judgment === false ? 'is violated.' : `can't be evaluated: ${judgment.error}`
  return `The invariant ${quoteName(invariant)} ${what}`
}
