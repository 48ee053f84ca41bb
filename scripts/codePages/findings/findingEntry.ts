import type { FindingCode } from '../../../story/src/gamebook/findingCodes.ts'

/** What the reference says about a finding. Its example is a change of the reference gamebook. */
export interface FindingEntry {
  /** What happens in play, or what the checker looked at. */
  readonly what: string
  /** Why it matters to players. */
  readonly why: string
  readonly fix: string
  /** A part of the reference gamebook, as it should be. */
  readonly right: string
  /** The same part with the mistake. */
  readonly wrong: string
  /** Further changes that the mistake needs, and that the page doesn't show. */
  readonly setting?: readonly (readonly [from: string, to: string])[]
  /** Findings and diagnostics that follow from the same mistake. */
  readonly alsoReported?: readonly string[]
}

export type FindingEntries = Partial<Record<FindingCode, FindingEntry>>
