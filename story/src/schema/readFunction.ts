import type { FunctionDraft } from '../reading/draft.ts'
import { engineActions } from './engineActions.ts'
import { mappingEntries } from '../reading/mappingEntries.ts'
import { openMapping, type MappingReader } from '../reading/mappingReader.ts'
import { notSupportedYet } from './notSupportedYet.ts'
import type { Located, Place } from '../reading/place.ts'
import { readAction, type MainAction } from './readAction.ts'
import { readTransitionArgs } from './readArgs.ts'
import { condition, template } from '../reading/readExpressions.ts'
import { located, mapOf, nullable, text, type Reader } from '../reading/readers.ts'
import { report } from '../reading/reporter.ts'
import { suggest } from '../reading/suggestion.ts'

/** Null for a function that gives no tool; why is reported. */
export const gamebookFunction: Reader<FunctionDraft | null> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const action = readAction(keys)
  const name = readName(keys, action)
  const args = readTransitionArgs(keys.entry('args'), action?.name === 'graph/transition')
  const common = {
    description: keys.optional('description', nullable(template), null),
    properties: keys.optional('properties', mapOf(nullable(text)), NO_PROPERTIES),
    enabled: keys.optional('enabled', condition, null),
    otherwise: keys.optional('otherwise', nullable(text), null),
  }
  reportUnsupportedKeys(keys)
  if (action !== null) checkProperties(keys, action, args.fixedTo !== null)
  keys.reportUnknownKeys()
  if (action?.name !== 'graph/transition' || name === null) return null
  return { place: cursor, action: { value: action.writtenAs, place: action.place }, name, ...args, ...common }
}

const NO_PROPERTIES: ReadonlyMap<string, string | null> = new Map()

function readName(keys: MappingReader, action: MainAction | null): Located<string> | null {
  const written = keys.entry('name')
  if (written === undefined && action?.name === 'graph/transition') return { value: 'transition', place: keys.place }
  if (written === undefined && action === null) return null
  const name = keys.required('name', located(text))
  if (name !== undefined && !/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name.value)) reportBadName(name)
  return name ?? null
}

function reportBadName({ value, place }: Located<string>): void {
  report(
    place,
    'bad-tool-name',
    `"${value}" cannot be the name of a tool.`,
    'Begin with a letter and use letters, digits, "_" and "-" only, at most 64 of them.',
  )
}

function reportUnsupportedKeys(keys: MappingReader): void {
  for (const [key, feature] of UNSUPPORTED) {
    const entry = keys.entry(key)
    if (entry !== undefined) notSupportedYet(entry.keyPlace, feature)
  }
}

const UNSUPPORTED = [
  ['parameters', 'parameters of a function'],
  ['check', 'checks with dice'],
  ['effects', 'effects of a function'],
] as const

/** The keys of `properties` must be parameters of the tool. */
function checkProperties(keys: MappingReader, action: MainAction, isTargetFixed: boolean): void {
  const builtIn = engineActions.get(action.name)?.parameters ?? []
  const parameters = keys.entry('parameters')
  const known = [
    ...builtIn.filter((name) => !(name === 'to' && isTargetFixed)),
    ...(parameters === undefined ? [] : mappingEntries(parameters.value).map(({ key }) => key)),
  ]
  const properties = keys.entry('properties')
  if (properties === undefined) return
  for (const { key, keyPlace } of mappingEntries(properties.value)) {
    if (!key.startsWith('x-') && !known.includes(key)) reportUnknownParameter(key, keyPlace, known)
  }
}

function reportUnknownParameter(key: string, place: Place, known: readonly string[]): void {
  const otherwise = known.length === 0 ? 'Remove it: this tool has no parameters.' : `It has: ${known.join(', ')}.`
  report(place, 'unknown-parameter', `This tool has no parameter "${key}".`, suggest(key, known, otherwise))
}
