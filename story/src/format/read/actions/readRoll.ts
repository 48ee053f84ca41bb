import { actions } from '../../../actions/actions.ts'
import { ROLL } from '../../../gamebook/actionName.ts'
import type { Expression } from '../../../expressions/expression.ts'
import { rollKinds } from '../../../expressions/locals.ts'
import { parseExpression } from '../../../expressions/parse/parse.ts'
import { withLocals, type Cursor } from '../../cursor/cursor.ts'
import type { EffectDraft, RollDraft } from '../draft.ts'
import { limits } from '../../diagnostics/limits.ts'
import { functionKeys } from '../../keys/functionKeys.ts'
import { mappingEntries, type MappingEntry } from '../../cursor/mappingEntries.ts'
import { readEntries, type MappingReader } from '../../cursor/mappingReader.ts'
import type { Located, SourceLocation } from '../../diagnostics/sourceLocation.ts'
import { numberOrExpression } from '../../cursor/readExpressions.ts'
import { located, text, wrongType, type Reader } from '../../cursor/readers.ts'
import { report } from '../../diagnostics/reporter.ts'
import { reportMissingKeys, reportUnknownKey, type SuppliedParameters } from './readArgs.ts'

export interface RollSite {
  /** Where the roll is named: the location of missing keys if it has no payload. */
  readonly location: SourceLocation
  readonly isCheck: boolean
  /** Parameters that supply `add` and `at_least` if the payload lacks them. */
  readonly supplied: SuppliedParameters
  /** How many lists of other rolls it is nested in. */
  readonly level: number
  /** Reads the lists of effects in it. */
  readonly effectsAt: (level: number) => Reader<readonly EffectDraft[]>
}

/** Reads the payload of `dice/roll`. Undefined without valid dice, which is reported. */
export function readRoll(cursor: Cursor | undefined, site: RollSite): RollDraft | undefined {
  const { location, isCheck } = site
  if (cursor !== undefined && cursor.kind !== 'mapping') return wrongType(cursor, 'a mapping of keys and values')
  const keys = readEntries(cursor === undefined ? [] : mappingEntries(cursor), cursor ?? location)
  const lists = ['on_success', 'on_failure'].map((key) => keys.entry(key)?.keyLocation)
  const needsTarget = isCheck || lists.some((list) => list !== undefined)
  const missing = [...(needsTarget ? ['at_least'] : []), 'roll'].filter(
    (key) => keys.entry(key) === undefined && !(key === 'at_least' && site.supplied.has(key)),
  )
  if (missing.length > 0) reportMissingKeys(ROLL, missing.toReversed(), cursor ?? location)
  const rolled = keys.optional('roll', dice, null)
  const roll = {
    add: readNumber(keys, 'add', site.supplied),
    atLeast: readNumber(keys, 'at_least', site.supplied),
    into: keys.optional('into', fixedText, null),
    entityId: keys.optional('entity_id', fixedText, null),
    onSuccess: readList(keys, 'on_success', site),
    onFailure: readList(keys, 'on_failure', site),
  }
  const given = new Set([...actions[ROLL].payload.keys()].filter((key) => keys.peek(key) !== undefined))
  for (const entry of keys.rest()) {
    if (isCheck && Object.hasOwn(functionKeys, entry.key)) reportMoved(entry)
    else reportUnknownKey(ROLL, entry, given, actions[ROLL])
  }
  return rolled === null ? undefined : { kind: 'roll', ...rolled, ...roll }
}

/** A key of the function that is indented as far as the keys of its check. */
function reportMoved({ key, keyLocation }: MappingEntry): void {
  const message = `"${key}" belongs to the function, not to its check.`
  report(
    keyLocation,
    'bad-args',
    message,
    'Remove spaces at the start of the line, so it starts in the column of "check".',
  )
}

type Dice = Pick<RollDraft, 'roll' | 'count' | 'sides'>

const dice: Reader<Dice> = (cursor) => {
  if (cursor.kind === 'unreadable') return undefined
  const roll = cursor.kind === 'text' ? (text(cursor) ?? '') : ''
  const [, count = '1', sides = ''] = /^([1-9][0-9]*)?d([1-9][0-9]*)$/.exec(roll) ?? []
  if (isWithin(Number(count), 1, MOST_DICE) && isWithin(Number(sides), 2, MOST_SIDES)) {
    return { roll, count: Number(count), sides: Number(sides) }
  }
  const what = `1 to ${MOST_DICE} dice of 2 to ${MOST_SIDES} sides`
  report(cursor, 'bad-dice', `Expected a roll of ${what}.`, 'For example: "2d6" or "d20".')
  return undefined
}

const MOST_DICE = 20
const MOST_SIDES = 1000

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}

function readNumber(keys: MappingReader, key: string, supplied: SuppliedParameters): number | Expression | null {
  const isTaken = keys.entry(key) === undefined && supplied.has(key)
  return isTaken ? parseExpression(`param.${key}`) : keys.optional(key, calculated, null)
}

const calculated: Reader<number | Expression> = (cursor) => {
  if (cursor.kind === 'text' || cursor.kind === 'number' || cursor.kind === 'unreadable')
    return numberOrExpression(cursor)
  report(cursor, 'bad-args', 'Expected a number or an expression.', 'For example: 8 or "player.skill".')
  return undefined
}

const fixedText: Reader<Located<string>> = (cursor) => {
  const written = cursor.kind === 'text' ? located(text)(cursor) : undefined
  if (written === undefined || written.value.startsWith('=')) {
    if (cursor.kind !== 'unreadable') {
      report(cursor, 'bad-args', 'Expected a fixed name.', 'Write the name without "=".')
    }
    return undefined
  }
  return written
}

function readList(keys: MappingReader, key: string, { level, effectsAt }: RollSite): readonly EffectDraft[] {
  const entry = keys.entry(key)
  if (entry === undefined) return []
  if (level >= limits.nestedRolls) {
    const message = `More than ${limits.nestedRolls} rolls depend on each other here.`
    report(entry.keyLocation, 'limit', message, 'Move the rest to a trigger or another function.')
    return []
  }
  const inside = withLocals(entry.value, new Map([['roll', rollKinds]]))
  return effectsAt(level + 1)(inside) ?? []
}
