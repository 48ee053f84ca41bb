import { parameterTypes } from '../../keys/functionKeys.ts'
import { isEntityId, isReservedName } from '../../../names/isId.ts'
import { elementsOf, type Cursor } from '../../cursor/cursor.ts'
import type { ParameterDraft } from '../draft.ts'
import { mappingEntries, type MappingEntry } from '../../cursor/mappingEntries.ts'
import { openMapping, readEntries, type MappingReader } from '../../cursor/mappingReader.ts'
import type { Located, SourceLocation } from '../../diagnostics/sourceLocation.ts'
import {
  boolean,
  listOf,
  located,
  nullable,
  oneOf,
  text,
  wholeNumber,
  integer,
  wrongType,
  type Reader,
} from '../../cursor/readers.ts'
import { relatedTo, report } from '../../diagnostics/reporter.ts'

export interface ParameterList {
  readonly parameters: ReadonlyMap<string, ParameterDraft>
  /** Includes those with an invalid declaration. */
  readonly names: readonly string[]
}

/** Reads the parameters that the narrator fills in. `builtIn` are those that the tool always has. */
export function readParameters(cursor: Cursor | undefined, builtIn: readonly string[]): ParameterList {
  if (cursor !== undefined && cursor.kind !== 'mapping') wrongType(cursor, 'a mapping of parameters')
  const entries = cursor === undefined ? [] : mappingEntries(cursor).filter(({ key }) => !key.startsWith('x-'))
  for (const entry of entries) checkName(entry, builtIn)
  const parameters = entries.flatMap(({ key, keyLocation, value }): [string, ParameterDraft][] => {
    const parameter = readParameter(value, keyLocation)
    return parameter === undefined ? [] : [[key, parameter]]
  })
  return { parameters: new Map(parameters), names: entries.map(({ key }) => key) }
}

function checkName({ key, keyLocation }: MappingEntry, builtIn: readonly string[]): void {
  if (isReservedName(key)) {
    const message = `"${key}" is a reserved word and can't be used as a name.`
    report(keyLocation, 'reserved-name', message, 'Rename the parameter.')
  } else if (builtIn.includes(key)) {
    const message = `The tool already has a built-in parameter "${key}".`
    report(keyLocation, 'reserved-name', message, 'Describe it in "properties", or rename this one.')
  } else if (!isEntityId(key)) {
    const rule =
      'it starts with a lowercase letter and contains only lowercase letters, digits and "_", at most 64 characters'
    report(keyLocation, 'bad-id', `"${key}" is not a valid parameter name: ${rule}.`, 'Write a simpler name.')
  }
}

/** Short forms: a text is the type, a list holds the choices. */
function readParameter(cursor: Cursor, location: SourceLocation): ParameterDraft | undefined {
  if (cursor.kind === 'list') {
    const type = readChoice(located(choices)(cursor))
    return type && { ...COMMON, location, ...type }
  }
  const keys = cursor.kind === 'text' ? readEntries([], cursor) : openMapping(cursor)
  const name = cursor.kind === 'text' ? parameterType(cursor) : keys?.required('type', parameterType)
  if (keys === undefined || name === undefined) return undefined
  const common = {
    description: keys.optional('description', nullable(text), COMMON.description),
    required: keys.optional('required', boolean, COMMON.required),
  }
  const type = readByType[name](keys)
  keys.reportUnknownKeys()
  return type && { ...common, location, ...type }
}

const COMMON = { description: null, required: true } as const

const parameterType = oneOf(...parameterTypes)

type OwnKeys<Type extends ParameterDraft['type']> = Type extends unknown
  ? Omit<Extract<ParameterDraft, { readonly type: Type }>, 'location' | 'description' | 'required'>
  : never

const readByType: { [Type in ParameterDraft['type']]: (keys: MappingReader) => OwnKeys<Type> | undefined } = {
  text: (keys) => ({ type: 'text', maxLength: keys.optional('max_length', wholeNumber, LONGEST_TEXT) }),
  integer: (keys) => readInteger(keys.required('min', located(integer)), keys.required('max', located(integer))),
  boolean: () => ({ type: 'boolean' }),
  choice: (keys) => readChoice(keys.required('values', located(choices))),
  entity: (keys) => ({ type: 'entity', of: keys.optional('of', typeIds, null) }),
}

const LONGEST_TEXT = 500

function readInteger(
  min: Located<number> | undefined,
  max: Located<number> | undefined,
): OwnKeys<'integer'> | undefined {
  if (min === undefined || max === undefined) return undefined
  if (min.value > max.value) {
    report(min.location, 'bad-field', `"min" ${min.value} is greater than "max" ${max.value}.`, 'Swap them.')
  }
  return { type: 'integer', min: min.value, max: max.value }
}

const choice: Reader<string | number> = (cursor) => {
  if (cursor.kind === 'text') return text(cursor)
  return cursor.kind === 'number' ? integer(cursor) : wrongType(cursor, 'text or a whole number')
}

const choices = listOf(located(choice))

function readChoice(written: Located<readonly Located<string | number>[]> | undefined): OwnKeys<'choice'> | undefined {
  if (written === undefined) return undefined
  if (written.value.length === 0) {
    report(written.location, 'bad-field', 'The list of choices is empty.', 'List at least one text or whole number.')
  }
  const first = new Map<string | number, SourceLocation>()
  for (const { value, location } of written.value) {
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, location)
    else {
      report(location, 'bad-field', `The choice "${value}" is listed twice.`, 'Remove one of the two.', [
        relatedTo(earlier, `"${value}" is first used here.`),
      ])
    }
  }
  return { type: 'choice', values: [...first.keys()] }
}

const typeIds: Reader<readonly Located<string>[]> = (cursor) => {
  if (cursor.kind !== 'list') {
    const one = located(text)(cursor)
    return one && [one]
  }
  if (elementsOf(cursor).length === 0) {
    report(cursor, 'bad-field', '"of" names no entity type.', 'Write the id of a type, or remove the key.')
  }
  return listOf(located(text))(cursor)
}
