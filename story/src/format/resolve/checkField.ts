import type { PayloadKind } from '../../engineActions.ts'
import { Computed } from '../../expressions/expression.ts'
import { commonFields, traitFields } from '../../expressions/traitFields.ts'
import type { FieldDeclaration, FieldType } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { suggest } from '../diagnostics/suggestion.ts'
import { fitsElement, fitsField } from '../read/fields/fieldFit.ts'
import { findEntity, ofType } from './findEntity.ts'
import type { KnownEntity, Scope } from './scope.ts'

/** The declaration of a field that an action writes. Null for a free field, and, reported, for what it cannot write. */
export function checkField(
  { value: name, place }: Located<string>,
  kind: PayloadKind,
  { id, entity, type }: KnownEntity,
): FieldDeclaration | null {
  const declaration = type.fields.get(name)?.declaration
  const start = entity.fields.get(name) ?? declaration?.default
  const trait = type.traits.find((candidate) => Object.hasOwn(traitFields[candidate], name))
  if (trait !== undefined || Object.hasOwn(commonFields, name)) {
    const whose = trait === undefined ? 'the engine' : `the trait "${trait}"`
    report(place, 'bad-args', `"${name}" belongs to ${whose}, which alone changes it.`, 'Name a field of your own.')
  } else if (start === undefined) {
    if (!type.fieldsSound || !type.traitsSound) return null
    const hint = suggest(name, namesOf(entity, type), 'Name a field that the type declares or the entity gives.')
    report(place, 'unknown-reference', `"${id.value}" has no field "${name}".`, hint)
  } else if (start instanceof Computed) {
    report(place, 'bad-args', `"${name}" is computed, so that it cannot be written.`, 'Write what it is computed from.')
  } else if (declaration !== undefined && !typesByKind[kind]?.includes(declaration.type)) {
    const types = typesByKind[kind]?.join(' or ') ?? ''
    const message = `"${name}" is of type ${declaration.type}; this action needs a field of type ${types}.`
    report(place, 'bad-args', message, 'Name another field, or use another action.')
  } else {
    return declaration ?? null
  }
  return null
}

function* namesOf(entity: KnownEntity['entity'], type: KnownEntity['type']): Iterable<string> {
  yield* type.fields.keys()
  yield* entity.fields.keys()
}

const typesByKind: Readonly<Partial<Record<PayloadKind, readonly FieldType[]>>> = {
  field: ['text', 'integer', 'number', 'boolean', 'list', 'entity', 'entities'],
  'number-field': ['integer', 'number'],
  'boolean-field': ['boolean'],
  'list-field': ['list', 'entities'],
}

/** Reports a fixed value that the field can never hold, or an amount that it cannot be changed by. */
export function checkValue(
  { value, place }: Located<Json>,
  kind: PayloadKind,
  field: string,
  declaration: FieldDeclaration,
  scope: Scope,
): void {
  if (!fits(value, kind, declaration)) {
    const message = `This does not fit the declaration of the field "${field}", which is of type ${declaration.type}.`
    report(place, 'bad-value', message, 'Change the value, or the declaration in "fields".')
  } else if (declaration.type === 'entity' || declaration.type === 'entities') {
    const ids = Array.isArray(value) ? value : [value]
    for (const id of ids) {
      if (typeof id === 'string') findEntity({ value: id, place }, scope, ofType(declaration.of, scope))
    }
  }
}

function fits(value: Json, kind: PayloadKind, declaration: FieldDeclaration): boolean {
  switch (kind) {
    case 'number-field':
      return declaration.type !== 'integer' || Number.isInteger(value)
    case 'list-field':
      return fitsElement(value, declaration)
    default:
      return fitsField(value, declaration)
  }
}
