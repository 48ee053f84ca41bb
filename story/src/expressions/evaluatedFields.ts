import { findEntityType } from '../findEntityType.ts'
import type { Entity, Gamebook } from '../gamebook.ts'
import { Dynamic, type Condition, type Expression, type Text } from './expression.ts'

/** A field that is evaluated when it is read, with all expressions that this takes. */
export interface EvaluatedField {
  readonly entityId: string
  readonly field: string
  readonly expressions: readonly Expression[]
}

/** Dynamic fields, texts with placeholders and the conditions of traits, in the order of the entities. */
export function evaluatedFields(gamebook: Gamebook): readonly EvaluatedField[] {
  return [...gamebook.entities.values()].flatMap((entity) =>
    [...fieldsOfTraits(entity), ...dynamicFields(gamebook, entity)].filter(({ expressions }) => expressions.length > 0),
  )
}

function fieldsOfTraits({ id, described, graphNode, item, container }: Entity): readonly EvaluatedField[] {
  return [
    { entityId: id, field: 'name', expressions: inText(described?.name) },
    { entityId: id, field: 'description', expressions: inText(described?.description) },
    { entityId: id, field: 'enabled', expressions: inCondition(described?.enabled) },
    { entityId: id, field: 'requires', expressions: inCondition(graphNode?.requires) },
    { entityId: id, field: 'portable', expressions: inCondition(item?.portable) },
    { entityId: id, field: 'open', expressions: inCondition(container?.open) },
  ]
}

function dynamicFields(gamebook: Gamebook, entity: Entity): readonly EvaluatedField[] {
  const declared = findEntityType(gamebook, entity.typeId)?.fields ?? []
  const starts = new Map([
    ...[...declared].map(([field, { default: start }]) => [field, start] as const),
    ...entity.fields,
  ])
  return [...starts].map(([field, start]) => {
    return { entityId: entity.id, field, expressions: start instanceof Dynamic ? [start.expression] : [] }
  })
}

function inText(text: Text | undefined): readonly Expression[] {
  if (text?.kind === 'dynamic') return [text.expression]
  return text?.kind === 'template' ? text.parts.filter((part) => typeof part !== 'string') : []
}

function inCondition(condition: Condition | null | undefined): readonly Expression[] {
  return condition?.terms.filter((term) => typeof term === 'object') ?? []
}
