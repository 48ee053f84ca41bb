import { formatNumber } from '../expressions/evaluate/formatNumber.ts'
import type { Entity, EntityType, FieldDeclaration } from '../gamebook/gamebook.ts'
import { readField } from '../state/readField.ts'
import { withFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { traitFacts } from '../traits/facts.ts'
import { formatFieldValue } from '../traits/formatFieldValue.ts'

/** The facts of an entity: by trait in the order of the type, then the declared fields that are in the prompt. */
export function entityFacts(world: World, type: EntityType, entity: Entity, report: ReportFailure): readonly string[] {
  return [
    ...type.traits.flatMap((trait) => traitFacts[trait](world, entity, report)),
    ...[...type.fields].flatMap(([field, declaration]) =>
      declaration.tell ? [`- ${fieldFact(world, entity, field, declaration, report)}`] : [],
    ),
  ]
}

/** `Nerve: 2 of 3` */
function fieldFact(
  world: World,
  entity: Entity,
  field: string,
  declaration: FieldDeclaration,
  report: ReportFailure,
): string {
  const { label, max } = declaration
  const format = () => formatFieldValue(world, declaration, readField(world, entity.id, field))
  const value = withFallback(format, '(error)', `${entity.id}.${field}`, report)
  return `${label ?? field}: ${value}${max === null ? '' : ` of ${formatNumber(max)}`}`
}
