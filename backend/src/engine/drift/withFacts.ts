import { type DriftFinding, isMarked } from '../../messages/driftFinding.ts'
import type { StoredPart } from '../../messages/part.ts'
import { sentenceAround } from './sentenceAround.ts'

/**
 * The parts of an answer for later requests: each sentence that is marked is followed by what is true instead, so a
 * model does not go on from it. The findings never change, so the text has the same bytes in every request.
 */
export function withFacts(
  parts: readonly StoredPart[],
  findings: readonly DriftFinding[] | null,
): readonly StoredPart[] {
  const marked = findings?.filter(isMarked) ?? []
  if (marked.length === 0) return parts
  return parts.map((part) => {
    const own = marked.filter(({ partId }) => partId === part.id)
    return part.type !== 'text' || own.length === 0 ? part : { ...part, text: insertFacts(part.text, own) }
  })
}

function insertFacts(text: string, findings: readonly DriftFinding[]): string {
  const facts = new Map<number, Set<string>>()
  for (const finding of findings) {
    const { end } = sentenceAround(text, finding)
    facts.set(end, (facts.get(end) ?? new Set()).add(finding.fact))
  }
  let done = 0
  let noted = ''
  for (const [end, said] of [...facts].toSorted(([one], [other]) => one - other)) {
    noted += [text.slice(done, end), ...[...said].map((fact) => `[Not so: ${fact}]`)].join(' ')
    done = end
  }
  return noted + text.slice(done)
}
