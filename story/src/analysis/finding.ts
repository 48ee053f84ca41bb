import type { Step } from './explore/step.ts'

/** Every code that a finding of the compiler can have. Codes are stable: they stand in documents, tests and editors. */
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
 * What the compiler says of a gamebook that has no errors. A `warning` is something to mend, or to mean; a `note` is
 * true and does no harm, or is not proven.
 */
export interface Finding {
  readonly code: FindingCode
  readonly severity: 'warning' | 'note'
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  /** `entity_types[1].entities[0].edge_ids[2]` */
  readonly path: string
  readonly message: string
  readonly hint: string
  /** The shortest way to see it: calls that can be replayed. Null for what never happens. */
  readonly witness: readonly Step[] | null
  /** False where not all that can happen was looked at: then what was not seen may still be. */
  readonly isProven: boolean
}
