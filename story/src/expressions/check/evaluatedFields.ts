import type { Entity, EntityType, Gamebook } from '../../gamebook/gamebook.ts'
import { Computed, type Condition, type Expression, type Text } from '../expression.ts'

/** A field that is evaluated at every read, with its expressions. */
export interface EvaluatedField {
  readonly entityId: string
  readonly field: string
  readonly expressions: readonly Expression[]
}

/** Computed fields, texts with placeholders and conditions of traits, in the order of the entities. */
export function evaluatedFields(gamebook: Gamebook): readonly EvaluatedField[] {
  const defaultsOf = new Map(gamebook.entityTypes.map(({ id, fields }) => [id, computedDefaults(fields)]))
  return [...gamebook.entities.values()].flatMap((entity) =>
    [...fieldsOfTraits(entity), ...computedFields(entity, defaultsOf.get(entity.typeId) ?? [])].filter(
      ({ expressions }) => expressions.length > 0,
    ),
  )
}

type ComputedField = readonly [field: string, value: Computed]

function computedDefaults(fields: EntityType['fields']): readonly ComputedField[] {
  return [...fields].flatMap(([field, { default: start }]): ComputedField[] =>
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

function computedFields({ id, fields }: Entity, defaults: readonly ComputedField[]): readonly EvaluatedField[] {
  const own = [...fields].flatMap(([field, value]): ComputedField[] =>
    value instanceof Computed ? [[field, value]] : [],
  )
  const inherited = defaults.filter(([field]) => !fields.has(field))
  return [...inherited, ...own].map(([field, { expression }]) => ({ entityId: id, field, expressions: [expression] }))
}

function inText(text: Text | undefined): readonly Expression[] {
  if (text?.kind === 'computed') return [text.expression]
  return text?.kind === 'template' ? text.parts.filter((part) => typeof part !== 'string') : []
}

function inCondition(condition: Condition | null | undefined): readonly Expression[] {
  return condition?.terms.filter((term) => typeof term === 'object') ?? []
}
