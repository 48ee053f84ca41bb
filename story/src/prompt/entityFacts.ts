import type { Entity, EntityType, FieldDeclaration } from '../gamebook/gamebook.ts'
import { readField } from '../state/readField.ts'
import { withFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { traitFacts } from '../traits/facts.ts'
import { formatFieldValue } from '../traits/formatFieldValue.ts'

/** The facts of an entity: by trait in the order of the type, then the declared fields that are told. */
export function entityFacts(world: World, type: EntityType, entity: Entity, report: ReportFailure): readonly string[] {
  return [
    ...type.traits.flatMap((trait) => traitFacts[trait](world, entity, report)),
    ...[...type.fields].flatMap(([field, declaration]) =>
      declaration.tell ? [`- ${tellField(world, entity, field, declaration, report)}`] : [],
    ),
  ]
}

/** `Nerve: 2 of 3` */
function tellField(
  world: World,
  entity: Entity,
  field: string,
  declaration: FieldDeclaration,
  report: ReportFailure,
): string {
  const { label, max } = declaration
  const tell = () => formatFieldValue(world, declaration, readField(world, entity.id, field))
  const words = withFallback(tell, '(error)', `${entity.id}.${field}`, report)
  return `${label ?? field}: ${words}${max === null ? '' : ` of ${max}`}`
}
