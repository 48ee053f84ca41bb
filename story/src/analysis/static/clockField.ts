import type { ExpressionNode } from '../../expressions/syntax/syntax.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'

/** The field of a clock that an expression reads directly; undefined for any other expression. */
export function clockFieldOf(node: ExpressionNode, gamebook: Gamebook): string | undefined {
  if (node.kind !== 'path' || node.steps.length !== 1) return undefined
  return gamebook.entities.get(node.head.name)?.clock === undefined ? undefined : node.steps[0]?.name
}
