import type { FindingStatus } from '../finding.ts'
import { describeReason } from './describeReason.ts'
import { formatCount } from './formatCount.ts'

/** Describes how sure a finding is: `Proven.`, `Shown by a replay of 3 calls.`, `Not known: …`, `A guess …`. */
export function describeStatus(status: FindingStatus): string {
  switch (status.kind) {
    case 'proven':
      return 'Proven.'
    case 'shown':
      return status.calls === 0
        ? 'Shown at the start of the story.'
        : `Shown by a replay of ${formatCount(status.calls, 'call')}.`
    case 'not-known':
      return `Not known. ${status.reasons.map(describeReason).join(' ')}`
    case 'guess':
      return 'A guess from how it is written, not a proof.'
  }
}
