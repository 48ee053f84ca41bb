import { certaintyOf } from './driftKind.ts'
import type { DriftFinding } from './driftFinding.ts'
import { detectors } from './kinds/detectors.ts'
import { readScene, type DriftInput } from './world/scene.ts'

/**
 * Compares an answer with what the engine knows, by code alone. Only what the text claims of the world as it is now
 * counts. In the order of the text; a part is named once for each kind.
 */
export function checkDrift(input: DriftInput): readonly DriftFinding[] {
  const scene = readScene({ ...input, text: input.text.slice(0, LONGEST_TEXT) })
  const findings = detectors.flatMap(([kind, detect]) =>
    detect(scene).map(({ start, end, fact }): DriftFinding => {
      return { kind, certainty: certaintyOf(kind), start, end, quote: input.text.slice(start, end), fact }
    }),
  )
  const unique = new Map(findings.map((finding) => [`${finding.kind} ${finding.start}`, finding]))
  return [...unique.values()].toSorted((one, other) => one.start - other.start || one.end - other.end)
}

/** In characters: an answer is a few thousand long, and no more of one is read. */
export const LONGEST_TEXT = 50_000
