import type { InlineSpan } from './parseInline.ts'
import { plainText } from './plainText.ts'

/** A run of text, and whether a mark is about it. */
export interface MarkedSpan extends InlineSpan {
  readonly isMarked?: boolean
}

/** Splits the runs of a block at the passages that are marked. A passage that is not found word for word stays as it is. */
export function markSpans(spans: readonly InlineSpan[], quotes: readonly string[]): readonly MarkedSpan[] {
  const text = spans.map((span) => span.text).join('')
  const ranges = quotes.flatMap((quote) => {
    const passage = plainText(quote)
    const start = passage === '' ? -1 : text.indexOf(passage)
    return start === -1 ? [] : [{ start, end: start + passage.length }]
  })
  if (ranges.length === 0) return spans
  const cuts = new Set(ranges.flatMap(({ start, end }) => [start, end]))
  let from = 0
  return spans.flatMap((span) => {
    const start = from
    from += span.text.length
    const places = [start, ...[...cuts].filter((cut) => cut > start && cut < from), from].toSorted(
      (one, other) => one - other,
    )
    return places.slice(0, -1).map((place, index) => ({
      ...span,
      text: text.slice(place, places[index + 1]),
      isMarked: ranges.some((range) => range.start <= place && place < range.end),
    }))
  })
}
