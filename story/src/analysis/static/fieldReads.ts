import { findDeclaration } from '../../expressions/entityFields.ts'
import { Computed } from '../../expressions/expression.ts'
import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ExpressionNode, PathNode } from '../../expressions/syntax/syntax.ts'
import type { Entity, Gamebook, Parameter } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { LocatedExpression } from './listExpressions.ts'

/**
 * The fields that expressions can read, as `entity.field`. Never too few: if a path can't be followed exactly,
 * everything it could lead to is included.
 */
export function fieldReads(gamebook: Gamebook, expressions: readonly LocatedExpression[]): ReadonlySet<string> {
  const fields = expressions.flatMap(({ expression, parameters }) =>
    pathsIn(expression.root).flatMap((path) => fieldsOnPath(gamebook, path, parameters)),
  )
  return new Set(fields)
}

function pathsIn(node: ExpressionNode): readonly PathNode[] {
  return node.kind === 'path' ? [node] : childrenOf(node).flatMap(pathsIn)
}

type Parameters = LocatedExpression['parameters']

function fieldsOnPath(gamebook: Gamebook, { head, steps }: PathNode, parameters: Parameters): readonly string[] {
  const start = gamebook.entities.get(head.name)
  const parameter = head.name === 'param' ? parameters.get(steps[0]?.name ?? '') : undefined
  let reached = start === undefined ? entitiesOfParameter(gamebook, parameter) : [start]
  const fields: string[] = []
  for (const { name } of start === undefined ? steps.slice(1) : steps) {
    fields.push(...reached.map(({ id }) => `${id}.${name}`))
    reached = reached.flatMap((entity) => entitiesBehind(gamebook, entity, name))
  }
  return fields
}

function entitiesOfParameter(gamebook: Gamebook, parameter: Parameter | undefined): readonly Entity[] {
  return parameter?.type === 'entity' ? entitiesOf(gamebook, parameter.of) : []
}

/** The entities that a field can refer to. */
function entitiesBehind(gamebook: Gamebook, entity: Entity, field: string): readonly Entity[] {
  if (entity.graph !== undefined && field === 'current_node') {
    return entity.graph.nodeIds.flatMap((id) => gamebook.entities.get(id) ?? [])
  }
  if (entity.item !== undefined && field === 'holder') return indexOf(gamebook).containers
  const declaration = findDeclaration(gamebook, entity, field)
  if (declaration?.type === 'entity') return entitiesOf(gamebook, declaration.of === null ? null : [declaration.of])
  return entity.fields.get(field) instanceof Computed ? entitiesOf(gamebook, null) : []
}

function entitiesOf({ entities }: Gamebook, types: readonly string[] | null): readonly Entity[] {
  return [...entities.values()].filter(({ typeId }) => types === null || types.includes(typeId))
}
