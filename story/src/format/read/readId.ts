import { toPascal, toSnake } from '../../names/convertName.ts'
import { describeLookAlike, firstLookAlike } from '../../names/lookAlikes.ts'
import { isEntityId, isReservedName, isTypeId } from '../../names/isId.ts'
import type { MappingReader } from '../cursor/mappingReader.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import { text, wrongType } from '../cursor/readers.ts'
import { report } from '../diagnostics/reporter.ts'

/** The id of a type: as written, else from the name. Kept even where it is malformed, which is reported. */
export function readTypeId(keys: MappingReader, name: Located<string> | undefined): Located<string> | null {
  const written = keys.entry('id')
  if (written === undefined) return name === undefined ? null : derive(name, toPascal)
  const id = text(written.value)
  if (id !== undefined) return checkShape({ value: id, location: written.value }, TYPE_ID)
  return name === undefined ? null : { value: toPascal(name.value), location: written.value }
}

/** The id of an entity: as written, else from a name that is a plain text. */
export function readEntityId(keys: MappingReader): Located<string> | null {
  const written = keys.entry('id')
  const name = keys.entry('name')?.value
  const plainName = name?.kind === 'text' ? text(name) : undefined
  if (written !== undefined) {
    const id = written.value.kind === 'null' ? wrongType(written.value, 'the id of the entity') : text(written.value)
    if (id !== undefined) return checkShape(checkReserved({ value: id, location: written.value }), ENTITY_ID)
    return plainName === undefined ? null : { value: toSnake(plainName), location: written.value }
  }
  if (name !== undefined && plainName !== undefined && !isComputed(plainName)) {
    return checkReserved(derive({ value: plainName, location: name }, toSnake))
  }
  reportMissingId(keys, plainName)
  return null
}

interface IdShape {
  readonly fits: (id: string) => boolean
  readonly convert: (text: string) => string
  readonly rule: string
}

const TYPE_ID: IdShape = {
  fits: isTypeId,
  convert: toPascal,
  rule: 'the id of a type starts with a capital letter and contains only letters and digits, at most 64 characters',
}

const ENTITY_ID: IdShape = {
  fits: isEntityId,
  convert: toSnake,
  rule: 'the id of an entity starts with a lowercase letter and contains only lowercase letters, digits and "_", at most 64 characters',
}

function checkShape(id: Located<string>, { fits, convert, rule }: IdShape): Located<string> {
  if (fits(id.value)) return id
  const proposal = convert(id.value)
  const otherwise = fits(proposal) ? `Write "${proposal}", for example.` : 'Write a shorter or simpler id.'
  const lookAlike = firstLookAlike(id.value)
  const hint = lookAlike === undefined ? otherwise : `It contains ${describeLookAlike(lookAlike)}. ${otherwise}`
  report(id.location, 'bad-id', `"${id.value}" is not a valid id: ${rule}.`, hint)
  return id
}

function derive(name: Located<string>, convert: (text: string) => string): Located<string> {
  const value = convert(name.value)
  if (value === '') {
    report(name.location, 'bad-id', `The name "${name.value}" gives no valid id.`, 'Add an "id" next to the name.')
  }
  return { value, location: name.location }
}

function checkReserved(id: Located<string>): Located<string> {
  if (isReservedName(id.value)) {
    report(
      id.location,
      'reserved-name',
      `"${id.value}" is a reserved word and can't be used as a name.`,
      'Choose another "id".',
    )
  }
  return id
}

function isComputed(name: string): boolean {
  return name.startsWith('=') || name.includes('{{')
}

function reportMissingId({ location }: MappingReader, name: string | undefined): void {
  const message =
    name === undefined
      ? 'This entity has neither an id nor a name to derive it from.'
      : 'A name that changes during play gives no id.'
  report(location, 'missing-id', message, 'Add "id: …".')
}
