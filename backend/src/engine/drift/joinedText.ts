import type { DriftFinding } from '../../messages/driftFinding.ts'
import { isWithdrawn, type StoredPart } from '../../messages/part.ts'

/** The text of an answer as readers see it: each part is a paragraph or more. */
export interface JoinedText {
  readonly text: string
  /** Where a passage is in its part; null if it is between two parts. A longer one ends with the part that it begins in. */
  readonly locate: (start: number, end: number) => Pick<DriftFinding, 'partId' | 'start' | 'end'> | null
}

const BETWEEN = '\n\n'

export function joinTextParts(parts: readonly StoredPart[]): JoinedText {
  const spans: { readonly id: string; readonly from: number; readonly to: number }[] = []
  let text = ''
  for (const part of parts) {
    if (part.type !== 'text' || isWithdrawn(part) || part.text.trim() === '') continue
    if (text !== '') text += BETWEEN
    spans.push({ id: part.id, from: text.length, to: text.length + part.text.length })
    text += part.text
  }
  return {
    text,
    locate(start, end) {
      const span = spans.find(({ from, to }) => start < to && end > from)
      if (span === undefined) return null
      const { id, from, to } = span
      return { partId: id, start: Math.max(start - from, 0), end: Math.min(end, to) - from }
    },
  }
}
