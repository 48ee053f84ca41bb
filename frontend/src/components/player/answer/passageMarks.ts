import type { DriftFinding, Message } from '../../../types/api.ts'
import type { PassageMark } from '../prose/placeMarks.ts'

/** Whether a finding is sure enough to be marked in the text. */
const isMarked = ({ certainty }: DriftFinding): boolean => certainty !== 'fair'

export const hasMarks = ({ driftFindings }: Pick<Message, 'driftFindings'>): boolean =>
  driftFindings?.some(isMarked) === true

/** The passages of a text part that are marked. */
export function passageMarks({ parts, driftFindings }: Message, partId: string): readonly PassageMark[] {
  const part = parts.find(({ id }) => id === partId)
  if (part?.type !== 'text') return []
  return (driftFindings ?? [])
    .filter((finding) => isMarked(finding) && finding.partId === partId)
    .map(({ start, end, fact }) => ({ quote: part.text.slice(start, end), fact }))
}
