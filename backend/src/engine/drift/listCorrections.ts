import type { Correction } from '@llm-gamebook/story'

import { isMarked } from '../../messages/driftFinding.ts'
import type { Message } from '../../messages/message.ts'
import { sentenceAround } from './sentenceAround.ts'

/** What an answer says that is not so, for another answer in its place. */
export function listCorrections({
  parts,
  driftFindings,
}: Pick<Message, 'parts' | 'driftFindings'>): readonly Correction[] {
  const corrections = (driftFindings ?? []).filter(isMarked).flatMap((finding): readonly Correction[] => {
    const part = parts.find(({ id }) => id === finding.partId)
    if (part?.type !== 'text') return []
    const { start, end } = sentenceAround(part.text, finding)
    return [{ sentence: part.text.slice(start, end).slice(0, LONGEST_SENTENCE), fact: finding.fact }]
  })
  const unique = new Map(corrections.map((correction) => [`${correction.sentence} ${correction.fact}`, correction]))
  return [...unique.values()].slice(0, MOST)
}

const MOST = 5
/** In characters. */
const LONGEST_SENTENCE = 300
