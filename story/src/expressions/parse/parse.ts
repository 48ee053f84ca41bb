import type { Expression, Locate } from '../expression.ts'
import { parseConditional } from './grammar.ts'
import { hintForOperator } from './parseHints.ts'
import { TokenReader } from './tokenReader.ts'

export interface ParseOptions {
  /** Finds the position of a character of the source in the file. */
  readonly locate?: Locate | undefined
  /** Whether it is written in `{{ }}`, where a conditional without `else` gives the empty text. */
  readonly isPlaceholder?: boolean
}

/** Parses one expression; a leading `=` is allowed. Throws `ExpressionError` with code `parse`. */
export function parseExpression(source: string, { locate, isPlaceholder }: ParseOptions = {}): Expression {
  const tokens = new TokenReader(source, locate, isPlaceholder)
  tokens.takeSymbol('=')
  const root = parseConditional(tokens)
  if (tokens.current.kind !== 'end') tokens.expected('an operator or the end', hintForOperator)
  return locate === undefined ? { source, root } : { source, root, locate }
}
