import type { Json } from '../../json.ts'
import type { Condition, ConditionTerm, FilePosition, Locate } from '../expression.ts'
import { ExpressionError } from '../expressionError.ts'
import { parseExpression } from './parse.ts'

export interface ConditionOptions {
  /** Finds the position of a character of a term in the file; a condition that is not a list has only term 0. */
  readonly locate?: ((term: number, offset: number) => FilePosition) | undefined
}

/** Parses a condition: a boolean, an expression, or a list of expressions, booleans and numbers that must all be true. */
export function parseCondition(source: Json, { locate }: ConditionOptions = {}): Condition {
  const locateTerm = (term: number): Locate | undefined => locate && ((offset) => locate(term, offset))
  if (isList(source)) return { source, terms: source.map((term, index) => parseTerm(term, locateTerm(index))) }
  if (typeof source === 'string' || typeof source === 'boolean') {
    return { source, terms: [parseTerm(source, locateTerm(0))] }
  }
  throw notACondition(source, 'A condition', 'Write true, false, an expression or a list of them.', locateTerm(0))
}

/** Parses one element of a condition's list, for readers that report the errors of all elements. */
export function parseTerm(source: Json, locate?: Locate): ConditionTerm {
  if (typeof source === 'boolean' || typeof source === 'number') return source
  if (typeof source === 'string') return parseExpression(source, { locate })
  throw notACondition(source, 'A part of a condition', 'Write true, false, a number or an expression.', locate)
}

function isList(source: Json): source is readonly Json[] {
  return Array.isArray(source)
}

function notACondition(found: Json, what: string, hint: string, locate: Locate | undefined): ExpressionError {
  const position = { source: JSON.stringify(found), offset: 0, locate }
  return new ExpressionError('parse', `${what} can't be ${nounOf(found)}.`, hint, position)
}

function nounOf(found: Json): string {
  if (isList(found)) return 'a list'
  if (found !== null && typeof found === 'object') return 'a mapping'
  return typeof found === 'number' ? 'a number' : String(found)
}
