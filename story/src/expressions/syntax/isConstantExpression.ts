import { childrenOf } from './childrenOf.ts'
import type { ExpressionNode } from './syntax.ts'

/** Whether an expression has neither path nor call, so its value never changes. */
export function isConstantExpression(node: ExpressionNode): boolean {
  return !READS.has(node.kind) && childrenOf(node).every(isConstantExpression)
}

const READS: ReadonlySet<ExpressionNode['kind']> = new Set(['path', 'visited', 'visits', 'discussed', 'call'])
