import type { FindingLevel } from '../../../gamebook/gamebook.ts'
import { findingCodes } from '../../../gamebook/findingCodes.ts'
import type { Cursor } from '../../cursor/cursor.ts'
import { mappingEntries, type MappingEntry } from '../../cursor/mappingEntries.ts'
import { isOff, type ValueShape } from '../../cursor/newerKeys.ts'
import { oneOf } from '../../cursor/readers.ts'
import { diagnosticCodes } from '../../diagnostics/diagnosticCodes.ts'
import { report } from '../../diagnostics/reporter.ts'
import { suggest } from '../../diagnostics/suggestion.ts'
import { findingLevels } from '../../keys/gamebookKeys.ts'

/** One level is enough: then the other entries are reported one by one. */
export const CHECKS: ValueShape = {
  what: 'a mapping of finding codes and off, note or warning',
  fits: (cursor) => {
    const entries = entriesOf(cursor)
    return cursor.kind === 'mapping' && (entries.length === 0 || entries.some(({ value }) => isLevel(value)))
  },
}

export function readChecks(cursor: Cursor): ReadonlyMap<string, FindingLevel> {
  return new Map(
    entriesOf(cursor).flatMap((entry): [string, FindingLevel][] => {
      if (!isFinding(entry)) return []
      const level = isOff(entry.value) ? 'off' : oneOf(...findingLevels)(entry.value)
      return level === undefined ? [] : [[entry.key, level]]
    }),
  )
}

const entriesOf = (cursor: Cursor): readonly MappingEntry[] =>
  mappingEntries(cursor).filter(({ key }) => !key.startsWith('x-'))

function isLevel(cursor: Cursor): boolean {
  const { node } = cursor
  return isOff(cursor) || (node?.kind === 'scalar' && findingLevels.some((level) => level === node.value))
}

/** Reported for any other key. */
function isFinding({ key, keyLocation }: MappingEntry): boolean {
  if (Object.hasOwn(findingCodes, key)) return true
  const all = Object.keys(findingCodes)
  if (Object.hasOwn(diagnosticCodes, key)) {
    const message = `"${key}" is about the file itself, so its severity is fixed.`
    report(
      keyLocation,
      'unknown-key',
      message,
      'Fix the problem, and remove this line. Only the severity of findings can be changed.',
    )
  } else {
    const message = `The gamebook check has no finding "${key}".`
    report(keyLocation, 'unknown-key', message, suggest(key, all, `Write one of ${all.join(', ')}.`))
  }
  return false
}
