import type { ExpressionNode } from './syntax.ts'

/** The direct parts of an expression, from left to right. */
export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  switch (node.kind) {
    case 'literal':
    case 'path':
      return []
    case 'list':
      return node.elements
    case 'visited':
    case 'visits':
      return [node.node]
    case 'discussed':
      return [node.topic]
    case 'call':
      return node.arguments
    case 'not':
    case 'negation':
      return [node.operand]
    case 'and':
    case 'or':
      return node.operands
    case 'comparison':
      return [node.left, node.right]
    case 'arithmetic':
      return [node.first, ...node.rest.map((step) => step.operand)]
    case 'conditional':
      return [...node.branches.flatMap(({ value, condition }) => [value, condition]), node.otherwise]
  }
}
