import type { Constant } from '../../expressions/scope.ts'
import type { ExpressionNode } from '../../expressions/syntax/syntax.ts'

/** The constant that an expression is; undefined for any other. */
export function literalOf(node: ExpressionNode): Constant | undefined {
  if (node.kind === 'literal') return node.value
  const inner = node.kind === 'negation' ? literalOf(node.operand) : undefined
  return typeof inner === 'number' ? -inner : undefined
}
