import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ExpressionNode } from '../../expressions/syntax/syntax.ts'

/** The first field of every path that an expression reads: `player.coins`. */
export function pathsIn(node: ExpressionNode): readonly string[] {
  if (node.kind !== 'path') return childrenOf(node).flatMap(pathsIn)
  return [`${node.head.name}.${node.steps[0]?.name ?? ''}`]
}
