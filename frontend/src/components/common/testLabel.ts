import type { ConnectionTest } from '../../types/api.ts'
import { formatRelativeTime } from './formatRelativeTime.ts'

/** What the last test showed, and how long ago. */
export function testLabel(test: ConnectionTest | null, now: number): string {
  if (test === null) return 'Not tested'
  return `${test.ok ? 'Passed its test' : 'Failed its test'} ${formatRelativeTime(test.testedAt, now)}`
}
