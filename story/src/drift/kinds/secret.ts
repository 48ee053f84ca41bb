import { findForbidden, findLaterTexts } from '../protectedText/findLaterTexts.ts'
import { findProtected } from '../protectedText/holdBackTail.ts'
import { protectedTextsOf } from '../protectedText/protectedTextsOf.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Span } from '../sentences/quotedSpans.ts'
import type { Detector } from './detector.ts'

/** A secret's name, or the author's own words about something that is not known yet. */
export const secretRevealed: Detector = ({ input, after, known, whole }) =>
  toSpots(
    [
      ...findProtected(protectedTextsOf(after, known), input.text),
      ...findLaterTexts(after, known, whole, false),
      ...findForbidden(after, whole),
    ],
    'The story has not revealed this yet.',
  )

/** Spans that overlap are one. */
function toSpots(spans: readonly Span[], fact: string): readonly Spotted[] {
  const spots: Spotted[] = []
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = spots.at(-1)
    if (last === undefined || start > last.end) spots.push({ start, end, fact })
    else spots[spots.length - 1] = { start: last.start, end: Math.max(last.end, end), fact }
  }
  return spots
}
