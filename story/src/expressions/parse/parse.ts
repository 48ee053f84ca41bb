import type { Expression, Locate } from '../expression.ts'
import { parseOr } from './grammar.ts'
import { hintForOperator } from './parseHints.ts'
import { TokenReader } from './tokenReader.ts'

export interface ParseOptions {
  /** Finds the position of a character of the source in the file. */
  readonly locate?: Locate | undefined
}

/** Parses one expression; a leading `=` is allowed. Throws `ExpressionError` with code `parse`. */
export function parseExpression(source: string, { locate }: ParseOptions = {}): Expression {
  const tokens = new TokenReader(source, locate)
  tokens.takeSymbol('=')
  const root = parseOr(tokens)
  if (tokens.current.kind !== 'end') tokens.expected('an operator or the end', hintForOperator)
  return locate === undefined ? { source, root } : { source, root, locate }
}
