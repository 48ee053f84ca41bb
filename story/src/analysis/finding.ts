import type { FindingCode } from '../gamebook/findingCodes.ts'
import type { FailureSubject } from './replayFile/failure.ts'
import type { Step } from './steps/step.ts'
import type { Reasons } from './verdict/reason.ts'

/**
 * A problem that the checker found in a gamebook without errors. A `warning` is to be fixed or accepted; a `note` is
 * harmless, not proven, or a guess.
 */
export interface Finding {
  readonly code: FindingCode
  readonly severity: 'warning' | 'note'
  readonly file: string
  /** Counted from 1, like the column. */
  readonly line: number
  readonly column: number
  /** `entity_types[1].entities[0].edge_ids[2]` */
  readonly path: string
  readonly message: string
  readonly hint: string
  /** The shortest calls that show the finding. Null if it is about something that never happens. */
  readonly witness: readonly Step[] | null
  /** Whether the finding is certain: proven, or shown by a replay. */
  readonly isProven: boolean
  readonly status: FindingStatus
  /** What fails after the calls of the witness; absent if the finding is about something else. */
  readonly failure?: FailureSubject
}

/** What the checker knows about a claim. Plain data, in contrast to the `Verdict` from which it comes. */
export type ClaimStatus =
  | { readonly kind: 'proven' }
  /** The engine has played these calls; `witness` lists them. */
  | { readonly kind: 'shown'; readonly calls: number }
  | { readonly kind: 'not-known'; readonly reasons: Reasons }

export type FindingStatus =
  | ClaimStatus
  /** No claim: a rule about how a gamebook is written, such as the words of a description. It can be wrong. */
  | { readonly kind: 'guess' }

export function isCertain({ kind }: FindingStatus): boolean {
  return kind === 'proven' || kind === 'shown'
}
