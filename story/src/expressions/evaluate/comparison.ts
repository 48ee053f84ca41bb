import { notOrdered, notPartOfText, notSearchable } from '../expressionMessages.ts'
import type { Expression, Value } from '../expression.ts'
import { fail } from './fail.ts'
import { isList, kindOf } from '../kindOf.ts'
import type { ComparisonNode } from '../syntax/syntax.ts'
import { areEqual } from './truth.ts'

/** Throws `ExpressionError` if the operator can't be applied to the values. */
export function compare(node: ComparisonNode, left: Value, right: Value, expression: Expression): boolean {
  switch (node.operator) {
    case '==':
      return areEqual(left, right)
    case '!=':
      return !areEqual(left, right)
    case 'in':
      return contains(node, left, right, expression)
    case 'not in':
      return !contains(node, left, right, expression)
    case '<':
      return order(node, left, right, expression) < 0
    case '<=':
      return order(node, left, right, expression) <= 0
    case '>':
      return order(node, left, right, expression) > 0
    case '>=':
      return order(node, left, right, expression) >= 0
  }
}

/** Returns a negative number, 0 or a positive number. Texts are ordered by UTF-16 code units. */
function order({ operator, at }: ComparisonNode, left: Value, right: Value, expression: Expression): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  return fail(expression, at, 'type', notOrdered(operator, kindOf(left), kindOf(right)))
}

function contains(node: ComparisonNode, part: Value, whole: Value, expression: Expression): boolean {
  if (isList(whole)) return whole.some((element) => areEqual(element, part))
  if (typeof whole !== 'string') {
    return fail(expression, node.right.start, 'type', notSearchable(node.operator, kindOf(whole)))
  }
  return typeof part === 'string'
    ? whole.includes(part)
    : fail(expression, node.left.start, 'type', notPartOfText(kindOf(part)))
}
