import { notAGraph, notANode } from '../expressionMessages.ts'
import { getEntity } from './evaluatePath.ts'
import type { Expression, Value } from '../expression.ts'
import { fail } from './fail.ts'
import { isEntity, kindOf } from '../kindOf.ts'
import type { Scope } from '../scope.ts'
import type { VisitedNode } from '../syntax/syntax.ts'

/** `value` is the value of the node argument, an id or an entity. Throws `ExpressionError`. */
export function evaluateVisited(node: VisitedNode, value: Value, expression: Expression, scope: Scope): boolean {
  const graph = getEntity(node.graph, expression, scope)
  if (graph.graph === undefined) fail(expression, node.graph.start, 'type', notAGraph(graph.id))
  return scope.reading.isVisited(scope, graph, readNodeId(node, value, expression, scope))
}

function readNodeId({ node }: VisitedNode, value: Value, expression: Expression, scope: Scope): string {
  if (isEntity(value)) return value.entityId
  if (typeof value !== 'string') return fail(expression, node.start, 'type', notANode(kindOf(value)))
  return getEntity({ ...node, name: value }, expression, scope).id
}
