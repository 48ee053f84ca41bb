import type { FindingLevel, Goal, Invariant } from '../../gamebook/gamebook.ts'
import { findingLevels, improvisations } from '../keys/gamebookKeys.ts'
import type { Cursor } from '../cursor/cursor.ts'
import { mappingEntries } from '../cursor/mappingEntries.ts'
import { openMapping, type MappingReader } from '../cursor/mappingReader.ts'
import { MAPPINGS, newerKey, TEXT, TEXTS, TEXT_MAPPING, type ValueShape } from '../cursor/newerKeys.ts'
import { condition } from '../cursor/readExpressions.ts'
import { boolean, listOf, located, mapOf, oneOf, text, type Reader } from '../cursor/readers.ts'
import type { GamebookDraft, ImprovisationDraft } from './draft.ts'

type ProjectRules = Pick<
  GamebookDraft,
  'language' | 'contentWarnings' | 'license' | 'improvisation' | 'suggestions' | 'invariants' | 'goals' | 'checks'
>

/** What holds for the gamebook as a whole. */
export function readProjectRules(keys: MappingReader): ProjectRules {
  return {
    language: newerKey(keys, 'language', TEXT, text, 'en'),
    contentWarnings: newerKey(keys, 'content_warnings', TEXTS, listOf(text), []),
    license: newerKey(keys, 'license', TEXT, text, null),
    improvisation: newerKey(keys, 'improvisation', IMPROVISATION, improvisation, FLAVOR),
    suggestions: newerKey(keys, 'suggestions', OFF, () => false, true),
    invariants: newerKey(keys, 'invariants', MAPPINGS, listOf(invariant), []),
    goals: newerKey(keys, 'goals', MAPPINGS, listOf(goal), []),
    checks: newerKey(keys, 'checks', TEXT_MAPPING, mapOf(oneOf(...findingLevels)), NO_CHECKS),
  }
}

const FLAVOR: ImprovisationDraft = { kind: 'flavor' }
const NO_CHECKS: ReadonlyMap<string, FindingLevel> = new Map()

const OFF: ValueShape = { what: 'off', fits: ({ node }) => node?.kind === 'scalar' && node.value === 'off' }

const IMPROVISATION: ValueShape = {
  what: 'none, flavor, or {fields: […]}',
  fits: (cursor) =>
    cursor.kind === 'text' ||
    (cursor.kind === 'mapping' && mappingEntries(cursor).every(({ key }) => key === 'fields')),
}

const improvisation: Reader<ImprovisationDraft> = (cursor: Cursor) => {
  if (cursor.kind !== 'mapping') {
    const kind = oneOf(...improvisations)(cursor)
    return kind && { kind }
  }
  const fields = openMapping(cursor)?.required('fields', listOf(located(text)))
  return fields && { kind: 'fields', fields }
}

const invariant: Reader<Invariant> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const read = readInvariant(keys)
  keys.reportUnknownKeys()
  return read
}

const goal: Reader<Goal> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const read = readInvariant(keys)
  const always = keys.optional('always', boolean, false)
  keys.reportUnknownKeys()
  return read && { ...read, always }
}

function readInvariant(keys: MappingReader): Invariant | undefined {
  const name = keys.optional('name', text, null)
  const holds = keys.required('condition', condition)
  return holds && { name, condition: holds }
}
