import type { FindingCode } from '../gamebook/findingCodes.ts'
import type { Step } from './explore/step.ts'

/**
 * A problem that the checker found in a gamebook without errors. A `warning` is to be fixed or accepted; a `note` is
 * harmless or not proven.
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
  /** False if the finding rests on an incomplete search. */
  readonly isProven: boolean
}
