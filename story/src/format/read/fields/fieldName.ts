import { traitFields } from '../../../expressions/traitFields.ts'
import type { TraitName } from '../../../gamebook/gamebook.ts'
import { isReservedName } from '../../../names/isId.ts'
import { commonEntityKeys } from '../../keys/entityKeys.ts'
import type { SourceLocation } from '../../diagnostics/sourceLocation.ts'
import { report } from '../../diagnostics/reporter.ts'

/** The check of other fields, and that the name is not a key of every entity. */
export function checkDeclaredName(name: string, location: SourceLocation, traits: readonly TraitName[]): void {
  if (Object.hasOwn(commonEntityKeys, name)) reportReserved(name, location)
  else checkFieldName(name, location, traits)
}

/** Reports names that are reserved for the engine, and names that no expression can read. */
export function checkFieldName(name: string, location: SourceLocation, traits: readonly TraitName[]): void {
  if (RESERVED.includes(name)) {
    reportReserved(name, location)
  } else if (!/^[a-z0-9_]+$/.test(name) || isReservedName(name)) {
    report(
      location,
      'unreadable-field',
      `No expression can read a field called "${name}".`,
      'Use only lowercase letters, digits and "_", and none of the words "not", "and", "or".',
    )
  } else {
    const trait = traits.find((candidate) => Object.hasOwn(traitFields[candidate], name))
    if (trait !== undefined) reportHidden(name, location, trait)
  }
}

const RESERVED = ['entity_type', 'project', 'revealed']

function reportReserved(name: string, location: SourceLocation): void {
  report(location, 'reserved-name', `"${name}" is reserved for the engine.`, 'Rename the field.')
}

/** Only for names that are not keys of the trait. */
function reportHidden(name: string, location: SourceLocation, trait: TraitName): void {
  const message = `No expression can read this field: "${name}" is what the trait "${trait}" computes.`
  report(location, 'unreadable-field', message, 'Rename the field.')
}
