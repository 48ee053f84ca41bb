import { certaintyOf } from './driftKind.ts'
import type { DriftFinding } from './driftFinding.ts'
import { detectors } from './kinds/detectors.ts'
import { narrationsIn } from '../play/narrationsIn.ts'
import { splitPhrase } from './world/nameIndex.ts'
import { readScene, type DriftInput } from './world/scene.ts'

/**
 * Compares an answer with what the engine knows, by code alone. Only what the text claims of the world as it is now
 * counts. In the order of the text; a part is named once for each kind.
 */
export function checkDrift(input: DriftInput): readonly DriftFinding[] {
  const scene = readScene({ ...input, text: input.text.slice(0, LONGEST_TEXT) })
  const written = splitPhrase(narrationsIn(input.receipts).join(' '))
  const findings = detectors.flatMap(([kind, detect]) =>
    detect(scene).flatMap(({ start, end, fact }): DriftFinding | [] => {
      const [certainty, quote] = [certaintyOf(kind), input.text.slice(start, end)]
      if (certainty === 'sure' && isTakenFrom(written, quote)) return []
      return { kind, certainty, start, end, quote, fact }
    }),
  )
  const unique = new Map(findings.map((finding) => [`${finding.kind} ${finding.start}`, finding]))
  return withoutOverlaps([...unique.values()].toSorted((one, other) => one.start - other.start || one.end - other.end))
}

/** @param findings in the order of the text */
function withoutOverlaps(findings: readonly DriftFinding[]): readonly DriftFinding[] {
  const ends = new Map<DriftFinding['kind'], number>()
  return findings.filter(({ kind, start, end }) => {
    const before = ends.get(kind) ?? 0
    ends.set(kind, Math.max(before, end))
    return start >= before
  })
}

/** Whether a passage is in the words that the author wrote for this turn: they are right, whatever they seem to claim. */
function isTakenFrom(written: readonly string[], quote: string): boolean {
  const known = new Set(written)
  const words = splitPhrase(quote)
  return words.length >= FEWEST_WORDS && words.filter((word) => known.has(word)).length >= SHARE * words.length
}

const FEWEST_WORDS = 4
const SHARE = 0.8

/** In characters: an answer is a few thousand long, and no more of one is read. */
export const LONGEST_TEXT = 50_000
