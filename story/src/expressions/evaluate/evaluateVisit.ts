import { notAGraph, notANode } from '../expressionMessages.ts'
import { getEntity } from './evaluatePath.ts'
import type { Expression, Value } from '../expression.ts'
import { fail } from './fail.ts'
import { isEntity, kindOf } from '../kindOf.ts'
import type { Scope } from '../scope.ts'
import type { VisitNode } from '../syntax/syntax.ts'

/** `value` is the value of the node argument, an id or an entity. Throws `ExpressionError`. */
export function evaluateVisit(node: VisitNode, value: Value, expression: Expression, scope: Scope): boolean | number {
  const graph = getEntity(node.graph, expression, scope)
  if (graph.graph === undefined) fail(expression, node.graph.start, 'type', notAGraph(graph.id))
  const nodeId = readNodeId(node, value, expression, scope)
  return node.kind === 'visited'
    ? scope.reading.isVisited(scope, graph, nodeId)
    : scope.reading.countVisits(scope, graph, nodeId)
}

function readNodeId({ node }: VisitNode, value: Value, expression: Expression, scope: Scope): string {
  if (isEntity(value)) return value.entityId
  if (typeof value !== 'string') return fail(expression, node.start, 'type', notANode(kindOf(value)))
  return getEntity({ ...node, name: value }, expression, scope).id
}
