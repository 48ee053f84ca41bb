import { childrenOf } from './childrenOf.ts'
import type { ExpressionNode, PathNode } from './syntax.ts'

/** All paths of an expression, from left to right. */
export function pathsOf(node: ExpressionNode): readonly PathNode[] {
  return node.kind === 'path' ? [node] : childrenOf(node).flatMap(pathsOf)
}
