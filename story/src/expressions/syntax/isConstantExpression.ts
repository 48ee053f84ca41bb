import { childrenOf } from './childrenOf.ts'
import type { ExpressionNode } from './syntax.ts'

/** Whether an expression has neither path nor call, so its value never changes. */
export function isConstantExpression(node: ExpressionNode): boolean {
  const reads = node.kind === 'path' || node.kind === 'visited' || node.kind === 'call'
  return !reads && childrenOf(node).every(isConstantExpression)
}
