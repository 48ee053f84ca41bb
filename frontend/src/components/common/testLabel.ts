import type { ConnectionTest } from '../../types/api.ts'
import { tellTime } from './formatRelativeTime.ts'

/** What the last test showed, and how long ago. */
export function tellTest(test: ConnectionTest | null, now: number): string {
  if (test === null) return 'Not tested'
  return `${test.ok ? 'Passed its test' : 'Failed its test'} ${tellTime(test.testedAt, now)}`
}
