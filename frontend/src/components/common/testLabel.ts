import { commonText } from '../../text/common.ts'
import type { ConnectionTest } from '../../types/api.ts'
import { formatRelativeTime } from './formatRelativeTime.ts'

export function testLabel(test: ConnectionTest | null, now: number): string {
  if (test === null) return commonText('lastTest.none')
  const ago = formatRelativeTime(test.testedAt, now)
  return commonText(`lastTest.${test.status}`, { ago })
}
