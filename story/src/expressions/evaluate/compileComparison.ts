import type { Expression, Value } from '../expression.ts'
import type { ComparisonNode } from '../syntax/syntax.ts'
import { compare } from './comparison.ts'
import { elementsOf } from './constants.ts'
import type { Read } from './read.ts'
import { compareShortly } from './shortcuts.ts'

export function compileComparison(
  node: ComparisonNode,
  left: Read,
  right: Read,
  expression: Expression,
): Read<boolean> {
  const compareValues = compileConstant(node, left) ?? ((scope) => compare(node, left(scope), right(scope), expression))
  return (scope) => {
    const { shortcuts } = scope
    if (shortcuts === undefined) return compareValues(scope)
    const answer = compareShortly(
      node,
      shortcuts,
      (part) => (part === node.left ? left(scope) : right(scope)),
      expression,
      scope,
    )
    return answer ?? compareValues(scope)
  }
}

/** Most comparisons ask whether a value is a constant, or one of a list; null for any other. */
function compileConstant({ operator, right }: ComparisonNode, left: Read): Read<boolean> | null {
  if ((operator === '==' || operator === '!=') && right.kind === 'literal') {
    const isWanted = operator === '=='
    return (scope) => (left(scope) === right.value) === isWanted
  }
  const elements: readonly Value[] | undefined = elementsOf(right)
  if (elements === undefined || (operator !== 'in' && operator !== 'not in')) return null
  const isWanted = operator === 'in'
  return (scope) => elements.includes(left(scope)) === isWanted
}
