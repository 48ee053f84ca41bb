import { requireNumber } from './arithmetic.ts'
import { emptyList, notCountable } from '../expressionMessages.ts'
import type { Expression, Value } from '../expression.ts'
import { fail } from './fail.ts'
import { isList, kindOf } from '../kindOf.ts'
import type { CallNode } from '../syntax/syntax.ts'

/** `values` are the values of the arguments. Throws `ExpressionError` if the function doesn't accept them. */
export function applyFunction(node: CallNode, values: readonly Value[], expression: Expression): number {
  const [value = null] = values
  switch (node.function) {
    case 'count':
      return count(node, value, expression)
    case 'abs':
      return Math.abs(requireNumber(value, node, 'abs', expression))
    case 'floor':
      return Math.floor(requireNumber(value, node, 'floor', expression))
    case 'min':
      return numbersOf(node, values, expression).reduce((least, number) => Math.min(least, number))
    case 'max':
      return numbersOf(node, values, expression).reduce((most, number) => Math.max(most, number))
  }
}

function count(node: CallNode, value: Value, expression: Expression): number {
  return isList(value) ? value.length : fail(expression, node.start, 'type', notCountable(kindOf(value)))
}

/** At least one number: the elements of a single list, else the values themselves. */
function numbersOf(node: CallNode, values: readonly Value[], expression: Expression): readonly number[] {
  const [only = null] = values
  const list = values.length === 1 && isList(only) ? only : values
  if (list.length === 0) fail(expression, node.start, 'type', emptyList(node.function))
  return list.map((value) => requireNumber(value, node, node.function, expression))
}
