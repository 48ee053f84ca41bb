import type { Entity, EntityType, Gamebook } from '../../gamebook/gamebook.ts'
import { Computed, type Condition, type Expression, type Text } from '../expression.ts'

/** A field that is evaluated when it is read, with all expressions that this takes. */
export interface EvaluatedField {
  readonly entityId: string
  readonly field: string
  readonly expressions: readonly Expression[]
}

/** Dynamic fields, texts with placeholders and the conditions of traits, in the order of the entities. */
export function evaluatedFields(gamebook: Gamebook): readonly EvaluatedField[] {
  const defaultsOf = new Map(gamebook.entityTypes.map(({ id, fields }) => [id, dynamicDefaults(fields)]))
  return [...gamebook.entities.values()].flatMap((entity) =>
    [...fieldsOfTraits(entity), ...dynamicFields(entity, defaultsOf.get(entity.typeId) ?? [])].filter(
      ({ expressions }) => expressions.length > 0,
    ),
  )
}

type DynamicField = readonly [field: string, value: Computed]

function dynamicDefaults(fields: EntityType['fields']): readonly DynamicField[] {
  return [...fields].flatMap(([field, { default: start }]): DynamicField[] =>
    start instanceof Computed ? [[field, start]] : [],
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

function dynamicFields({ id, fields }: Entity, defaults: readonly DynamicField[]): readonly EvaluatedField[] {
  const own = [...fields].flatMap(([field, value]): DynamicField[] =>
    value instanceof Computed ? [[field, value]] : [],
  )
  const inherited = defaults.filter(([field]) => !fields.has(field))
  return [...inherited, ...own].map(([field, { expression }]) => ({ entityId: id, field, expressions: [expression] }))
}

function inText(text: Text | undefined): readonly Expression[] {
  if (text?.kind === 'dynamic') return [text.expression]
  return text?.kind === 'template' ? text.parts.filter((part) => typeof part !== 'string') : []
}

function inCondition(condition: Condition | null | undefined): readonly Expression[] {
  return condition?.terms.filter((term) => typeof term === 'object') ?? []
}
