import type { PayloadKind } from '../../actions/payload.ts'
import { Computed } from '../../expressions/expression.ts'
import { commonFields, traitFields } from '../../expressions/traitFields.ts'
import type { FieldDeclaration, FieldType } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { suggest } from '../diagnostics/suggestion.ts'
import { describeAllowed } from '../read/fields/describeAllowed.ts'
import { fitsElement, fitsField } from '../read/fields/fieldFit.ts'
import { findEntity, ofType } from './findEntity.ts'
import type { KnownEntity, Scope } from './scope.ts'

/** The declaration of a field that an action writes. Null for a custom field, and for a field that it cannot write. */
export function checkField(
  { value: name, location }: Located<string>,
  kind: PayloadKind,
  { id, entity, type }: KnownEntity,
): FieldDeclaration | null {
  const declaration = type.fields.get(name)?.declaration
  const start = entity.fields.get(name) ?? declaration?.default
  const trait = type.traits.find((candidate) => Object.hasOwn(traitFields[candidate], name))
  if (trait !== undefined || Object.hasOwn(commonFields, name)) {
    const whose = trait === undefined ? 'the engine' : `the trait "${trait}"`
    report(
      location,
      'bad-args',
      `"${name}" is managed by ${whose} and can't be changed here.`,
      'Use a field of your own.',
    )
  } else if (start === undefined) {
    if (!type.fieldsSound || !type.traitsSound) return null
    const hint = suggest(name, namesOf(entity, type), 'Use a field that the type declares or the entity sets.')
    report(location, 'unknown-reference', `"${id.value}" has no field "${name}".`, hint)
  } else if (start instanceof Computed) {
    report(
      location,
      'bad-args',
      `"${name}" is computed and can't be written.`,
      'Change the fields it is computed from.',
    )
  } else if (declaration !== undefined && !typesByKind[kind]?.includes(declaration.type)) {
    const types = typesByKind[kind]?.join(' or ') ?? ''
    const message = `"${name}" is of type ${declaration.type}; this action needs a field of type ${types}.`
    report(location, 'bad-args', message, 'Use another field or another action.')
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
  { value, location }: Located<Json>,
  kind: PayloadKind,
  field: string,
  declaration: FieldDeclaration,
  scope: Scope,
): void {
  if (!fits(value, kind, declaration)) {
    const message = `This value doesn't fit the field "${field}" of type ${declaration.type}.`
    const hint = `Write ${allowedFor(kind, declaration)}, or change the declaration in "fields".`
    report(location, 'bad-value', message, hint)
  } else if (declaration.type === 'entity' || declaration.type === 'entities') {
    const ids = Array.isArray(value) ? value : [value]
    for (const id of ids) {
      if (typeof id === 'string') findEntity({ value: id, location }, scope, ofType(declaration.of, scope))
    }
  }
}

function allowedFor(kind: PayloadKind, declaration: FieldDeclaration): string {
  if (kind === 'number-field') return 'a whole number'
  return kind === 'list-field' ? describeAllowed({ ...declaration, type: 'text' }) : describeAllowed(declaration)
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
