import type { ErrorCode } from 'yaml'

/**
 * A mistake in the syntax as the package reports it, without the package's own words: authors never see them.
 */
export interface SyntaxProblem {
  readonly code: ErrorCode
  readonly offset: number
}
