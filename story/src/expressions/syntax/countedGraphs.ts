import { childrenOf } from './childrenOf.ts'
import type { ExpressionNode } from './syntax.ts'

/** The ids of the graphs whose visits an expression counts. */
export function countedGraphsOf(node: ExpressionNode): readonly string[] {
  const inside = childrenOf(node).flatMap(countedGraphsOf)
  return node.kind === 'visits' ? [node.graph.name, ...inside] : inside
}
