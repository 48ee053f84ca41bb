import type { Constant } from '../scope.ts'
import type { ExpressionNode } from '../syntax/syntax.ts'

export function constantsOf(node: ExpressionNode): readonly Constant[] | undefined {
  return node.kind === 'literal' ? [node.value] : undefined
}

/** The elements of a list of constants, which is not empty. */
export function elementsOf(node: ExpressionNode): readonly Constant[] | undefined {
  if (node.kind !== 'list' || node.elements.length === 0) return undefined
  const constants = node.elements.flatMap((element) => constantsOf(element) ?? [])
  return constants.length === node.elements.length ? constants : undefined
}
