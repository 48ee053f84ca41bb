import { joinParagraphs, paragraphsOf } from '../fitSummary.ts'

/** In words. */
export const MAX_LENGTH = 200
/** Models count badly; twice as many words are no summary. */
const REJECTED_WORDS = 2 * MAX_LENGTH
/** For languages without spaces between words. */
const REJECTED_BYTES = 6000

export type SummaryVerdict =
  | { readonly isFit: true; readonly text: string }
  | { readonly isFit: false; readonly reason: 'empty' | 'headings' | 'too-long' | 'secret' }

export interface KnownTexts {
  /** Names that the player may not know yet. */
  readonly hiddenNames: readonly string[]
  /** Whether a name, in lower case, occurs in anything that was sent or typed. */
  readonly isKnown: (name: string) => boolean
}

/** Whether a model's answer may become part of a summary, as one paragraph. */
export function checkSummary(answer: string, { hiddenNames, isKnown }: KnownTexts): SummaryVerdict {
  const lines = paragraphsOf(answer)
  if (lines.length === 0) return { isFit: false, reason: 'empty' }
  if (lines.some((line) => line.startsWith('#'))) return { isFit: false, reason: 'headings' }
  const text = lines.join(' ')
  const isLong = text.split(/\s+/).length > REJECTED_WORDS || Buffer.byteLength(text) > REJECTED_BYTES
  if (isLong) return { isFit: false, reason: 'too-long' }
  const namesSecret = hiddenNames.some((name) => hasName(text, name) && !isKnown(name.toLowerCase()))
  return namesSecret ? { isFit: false, reason: 'secret' } : { isFit: true, text }
}

/** Whether a text holds a name as words of their own, in any case. */
export function hasName(text: string, name: string): boolean {
  const [searched, wanted] = [text.toLowerCase(), name.toLowerCase()]
  for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + 1)) {
    const [before = '', after = ''] = [searched.slice(0, at).at(-1), searched[at + wanted.length]]
    if (!LETTER.test(before) && !LETTER.test(after)) return true
  }
  return false
}

const LETTER = /[\p{L}\p{N}]/u

/** The text of a summary that goes on. */
export const continueSummary = (before: string, added: string): string =>
  joinParagraphs([...paragraphsOf(before), added])
