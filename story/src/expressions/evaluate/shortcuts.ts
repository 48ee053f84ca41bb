import type { Entity } from '../../gamebook/gamebook.ts'
import type { Expression, Value } from '../expression.ts'
import { isEntity } from '../kindOf.ts'
import type { Constant, Scope, Shortcuts } from '../scope.ts'
import type { CallNode, ComparisonNode, ExpressionNode } from '../syntax/syntax.ts'
import { constantsOf, elementsOf } from './constants.ts'
import { evaluatePath, getEntity } from './evaluatePath.ts'

/** Compares a field with constants, or looks for one item; undefined if the values have to be read. */
export function compareShortly(
  node: ComparisonNode,
  shortcuts: Shortcuts<Scope>,
  valueOf: (node: ExpressionNode) => Value,
  expression: Expression,
  scope: Scope,
): boolean | undefined {
  const { left, right, operator } = node
  for (const [part, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const parameter = parameterOf(part, scope)
    if (parameter !== undefined && valueOf(part) !== null) shortcuts.compareParameter(parameter, valueOf(other))
  }
  const equals = (path: ExpressionNode, constants: readonly Constant[] | undefined): boolean | undefined => {
    const field = constants && findField(path, expression, scope)
    if (field === undefined) return undefined
    let isEqual: boolean | undefined = false
    for (const constant of constants ?? []) {
      isEqual = shortcuts.equals(scope, field.entity, field.name, constant)
      if (isEqual !== false) return isEqual
    }
    return isEqual
  }
  switch (operator) {
    case '==':
      return equals(left, constantsOf(right)) ?? equals(right, constantsOf(left))
    case '!=':
      return not(equals(left, constantsOf(right)) ?? equals(right, constantsOf(left)))
    case 'in':
    case 'not in': {
      const isPart = equals(left, elementsOf(right)) ?? includes(right)
      return operator === 'in' ? isPart : not(isPart)
    }
    default:
      return undefined
  }

  function includes(list: ExpressionNode): boolean | undefined {
    const field = findField(list, expression, scope)
    return field?.name === 'items' ? shortcuts.includesItem(scope, field.entity, valueOf(left)) : undefined
  }
}

/** `count(chest.items)`; undefined for any other call. */
export function countShortly(
  node: CallNode,
  shortcuts: Shortcuts<Scope>,
  expression: Expression,
  scope: Scope,
): number | undefined {
  const [list] = node.arguments
  const field = node.function === 'count' && list !== undefined ? findField(list, expression, scope) : undefined
  return field?.name === 'items' ? shortcuts.countItems(scope, field.entity) : undefined
}

/** The entity and the field that a path ends with. */
function findField(
  node: ExpressionNode,
  expression: Expression,
  scope: Scope,
): { readonly entity: Entity; readonly name: string } | undefined {
  const last = node.kind === 'path' ? node.steps.at(-1) : undefined
  if (node.kind !== 'path' || last === undefined) return undefined
  if (node.steps.length > 1) {
    const owner = evaluatePath({ ...node, steps: node.steps.slice(0, -1) }, expression, scope)
    const entity = isEntity(owner) ? scope.gamebook.entities.get(owner.entityId) : undefined
    return entity && { entity, name: last.name }
  }
  if (scope.locals?.has(node.head.name) === true) return undefined
  return { entity: getEntity(node.head, expression, scope), name: last.name }
}

function parameterOf(node: ExpressionNode, scope: Scope): string | undefined {
  if (node.kind !== 'path' || node.head.name !== 'param' || scope.locals?.has('param') !== true) return undefined
  return node.steps.length === 1 ? node.steps[0]?.name : undefined
}

function not(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer
}
