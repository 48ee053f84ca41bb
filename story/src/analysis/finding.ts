import type { Step } from './explore/step.ts'

/** Every code of a finding. Codes are stable because documents, tests and editors refer to them. */
export type FindingCode =
  | 'bad-expectation'
  | 'check-never-fails'
  | 'check-never-succeeds'
  | 'ending-too-cheap'
  | 'expression-fails'
  | 'field-never-read'
  | 'function-never-offered'
  | 'function-never-succeeds'
  | 'guard-always-true'
  | 'guard-never-true'
  | 'item-never-there'
  | 'never-revealed'
  | 'soft-lock'
  | 'trigger-loop'
  | 'trigger-never-fires'
  | 'unreached-ending'
  | 'unreached-node'
  | 'unused-edge'

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
