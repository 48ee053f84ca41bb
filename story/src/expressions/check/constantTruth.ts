import { isTruthy } from '../evaluate/truth.ts'
import type { ExpressionNode } from '../syntax/syntax.ts'

/** Whether a condition is true or false in every state; undefined if that is not certain. */
export function constantTruth(node: ExpressionNode): boolean | undefined {
  switch (node.kind) {
    case 'literal':
      return isTruthy(node.value)
    case 'list':
      return node.elements.length > 0
    case 'not': {
      const truth = constantTruth(node.operand)
      return truth === undefined ? undefined : !truth
    }
    case 'and':
      return firstDecided(node.operands, false)
    case 'or':
      return firstDecided(node.operands, true)
    default:
      return undefined
  }
}

/** `deciding` is the truth of one operand that decides about all of them. */
function firstDecided(operands: readonly ExpressionNode[], deciding: boolean): boolean | undefined {
  const truths = operands.map(constantTruth)
  if (truths.includes(deciding)) return deciding
  return truths.includes(undefined) ? undefined : !deciding
}
