import type { PayloadKind } from '../../../actions/payload.ts'
import type { ActionFormat } from '../../../actions/action.ts'
import { Computed } from '../../../expressions/expression.ts'
import type { LocalKind } from '../../../expressions/locals.ts'
import type { Json } from '../../../json.ts'
import { withExpected, type Cursor } from '../../cursor/cursor.ts'
import type { ActionDraft } from '../draft.ts'
import { mappingEntries, type MappingEntry } from '../../cursor/mappingEntries.ts'
import { homeOf } from '../../cursor/mappingReader.ts'
import type { Located, SourceLocation } from '../../diagnostics/sourceLocation.ts'
import { lookAlikeHint } from '../../cursor/hintForType.ts'
import { fieldValue } from '../../cursor/readExpressions.ts'
import { wrongType } from '../../cursor/readers.ts'
import { report } from '../../diagnostics/reporter.ts'
import { suggest } from '../../diagnostics/suggestion.ts'
import type { WrittenAction } from './actionName.ts'
import { payloadShapes, type PayloadShape } from './payloadShapes.ts'

export type Args = ActionDraft['args']

/** The parameters of a tool, which supply the keys that `args` leaves out. */
export type SuppliedParameters = ReadonlyMap<string, SuppliedParameter>

export interface SuppliedParameter extends LocalKind {
  /** Null if it is built in or unreadable. */
  readonly location: SourceLocation | null
}

export const NOTHING_SUPPLIED: SuppliedParameters = new Map()

/** The payload of an action, as far as the file gives it. Invalid values are reported and left out. */
export function readArgs(action: WrittenAction, cursor: Cursor | undefined, supplied: SuppliedParameters): Args {
  if (cursor !== undefined && cursor.kind !== 'mapping') {
    wrongType(cursor, 'a mapping of keys and values')
    return NO_ARGS
  }
  const entries = cursor === undefined ? [] : mappingEntries(cursor).filter(({ key }) => !key.startsWith('x-'))
  const { format } = action
  if (format === null) return new Map(entries.flatMap((entry) => readArg(entry, null)))
  const given = new Set(entries.map(({ key }) => key))
  checkNothingMissing(action, cursor ?? action.location, format, given, supplied)
  return new Map(
    entries.flatMap((entry) => {
      const shape = shapeOf(format, entry.key)
      if (shape === undefined) reportUnknownKey(action.value, entry, given, format)
      return shape === undefined ? [] : readArg(entry, shape)
    }),
  )
}

const NO_ARGS: Args = new Map()

type Arg = [string, Located<Json | Computed>]

function readArg({ key, value: cursor }: MappingEntry, shape: PayloadShape | null): Arg[] {
  if (cursor.kind === 'unreadable') return []
  const value = fieldValue(withExpected(cursor, shape))
  if (value === undefined) return []
  if (shape === null || value instanceof Computed || shape.fits(value)) return [[key, { value, location: cursor }]]
  const hint = `Write ${shape.what}, or "=" and an expression in quotes. ${lookAlikeHint(cursor)}`
  report(cursor, 'bad-args', `"${key}" must be ${shape.what}.`, hint.trimEnd())
  return []
}

function shapeOf({ payload }: ActionFormat, key: string): PayloadShape | undefined {
  const kind = payload.get(key)?.kind
  return kind !== undefined && isShaped(kind) ? payloadShapes[kind] : undefined
}

function isShaped(kind: PayloadKind): kind is keyof typeof payloadShapes {
  return Object.hasOwn(payloadShapes, kind)
}

/** `entity_id` has a default, which is looked up when all entities are known. */
function checkNothingMissing(
  action: Located<string>,
  location: SourceLocation,
  format: ActionFormat,
  given: ReadonlySet<string>,
  supplied: SuppliedParameters,
): void {
  const required = [...format.payload].filter(([key, { required }]) => required && key !== 'entity_id')
  const missing = required.map(([key]) => key).filter((key) => !given.has(key) && !supplied.has(key))
  if (missing.length > 0) reportMissingKeys(action.value, missing, location)
  for (const [name, parameter] of supplied) {
    const shape = given.has(name) ? undefined : shapeOf(format, name)
    if (shape === undefined || parameter.location === null) continue
    if (parameter.kinds.some((kind) => shape.kinds.includes(kind))) continue
    const message = `${action.value} reads "${name}" from this parameter, which is never ${shape.what}.`
    report(parameter.location, 'bad-args', message, 'Change its type, rename it, or set the key in "args".')
  }
}

export function reportMissingKeys(action: string, missing: readonly string[], location: SourceLocation): void {
  const keys = missing.map((key) => `"${key}"`).join(' and ')
  const hint = `Add ${missing.map((key) => `"${key}: …"`).join(', ')}.`
  report(location, 'bad-args', `${action} needs ${keys}.`, hint)
}

export function reportUnknownKey(
  action: string,
  { key, keyLocation }: Pick<MappingEntry, 'key' | 'keyLocation'>,
  given: ReadonlySet<string>,
  { payload }: ActionFormat,
): void {
  const known = [...payload.keys()]
  keyLocation.reporter.noteMisspelling(keyLocation, key, new Set(known.filter((name) => !given.has(name))))
  const accepted = known.length === 0 ? 'Remove it: the action accepts no keys.' : `It accepts: ${known.join(', ')}.`
  const otherwise = `${homeOf(key)}${accepted}`
  report(keyLocation, 'bad-args', `${action} doesn't accept "${key}".`, suggest(key, known, otherwise))
}
