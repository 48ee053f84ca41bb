import type { DriftFinding } from '../../messages/driftFinding.ts'

type Passage = Pick<DriftFinding, 'start' | 'end'>

/** The sentences of a text that a passage is part of. */
export function sentenceAround(text: string, { start, end }: Passage): Passage {
  let from = 0
  for (let next = endOfSentence(text, 0); next <= start && next < text.length; next = endOfSentence(text, from)) {
    from = skip(text, next, SPACE)
  }
  return { start: Math.min(from, start), end: endOfSentence(text, lastLetterOf(text, { start, end })) }
}

/** Where the sentence ends that goes on at this place: after its stop and quotation marks, or with its line. */
function endOfSentence(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\n') return at
    if (FULL_STOPS.has(sign)) return skip(text, at + 1, CLOSING)
    if (!STOPS.has(sign)) continue
    const after = skip(text, at + 1, CLOSING)
    if (after === text.length || SPACE.has(text.charAt(after))) return after
    at = after - 1
  }
  return text.length
}

/** A passage can end with its stop, and with the marks and spaces after it. */
function lastLetterOf(text: string, { start, end }: Passage): number {
  let at = Math.max(end - 1, start)
  while (at > start && (CLOSING.has(text.charAt(at)) || SPACE.has(text.charAt(at)))) at -= 1
  return at
}

function skip(text: string, from: number, signs: ReadonlySet<string>): number {
  let at = from
  while (at < text.length && signs.has(text.charAt(at))) at += 1
  return at
}

/** These need no space after them. */
const FULL_STOPS: ReadonlySet<string> = new Set('。！？')
const STOPS: ReadonlySet<string> = new Set('.!?…')
const CLOSING: ReadonlySet<string> = new Set('.!?…"\'”’»›“)]*_」』')
const SPACE: ReadonlySet<string> = new Set(' \t\n\r\u00a0')
