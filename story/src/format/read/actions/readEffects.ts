import { NARRATE, ROLL } from '../../../gamebook/actionName.ts'
import type { Narration } from '../../../gamebook/gamebook.ts'
import type { Cursor } from '../../cursor/cursor.ts'
import type { ActionDraft, EffectDraft, RollDraft } from '../draft.ts'
import { openMapping, type MappingReader } from '../../cursor/mappingReader.ts'
import { condition } from '../../cursor/readExpressions.ts'
import { listOf, type Reader } from '../../cursor/readers.ts'
import { actionName, checkActionName, type WrittenAction } from './actionName.ts'
import { NOTHING_SUPPLIED, readArgs } from './readArgs.ts'
import { readNarration, readNarrationArgs } from './readNarration.ts'
import { readRoll } from './readRoll.ts'
import { promise } from '../readPromise.ts'
import { report } from '../../diagnostics/reporter.ts'
import type { MappingEntry } from '../../cursor/mappingEntries.ts'

/** Reads effects at this nesting level of rolls. Invalid ones are reported and left out. */
export function effectsAt(level: number): Reader<readonly EffectDraft[]> {
  const list = listOf(effectAt(level))
  return (cursor) => list(cursor)?.flat()
}

/**
 * `{action, args, if}`, or the action as the only key: `{state/set: {field: lit, value: true}}`, or `{narrate: text}`.
 * A promise stands alone or beside one of these, and is made first.
 */
function effectAt(level: number): Reader<readonly EffectDraft[]> {
  return (cursor) => {
    if (cursor.kind === 'text') {
      report(cursor, 'wrong-type', 'Expected an effect, found text.', EXAMPLES)
      return undefined
    }
    const keys = openMapping(cursor)
    if (keys === undefined) return undefined
    const guard = keys.optional('if', condition, null)
    const promised = keys.optional('promise', promise, null)
    const isPromiseOnly = keys.entry('promise') !== undefined && keys.rest().length === 0
    const called = isPromiseOnly ? undefined : readEffectAction(keys, level)
    keys.reportUnknownKeys()
    const made = promised === null ? [] : [{ if: guard, kind: 'promise' as const, promise: promised }]
    return [...made, ...(called === undefined ? [] : [{ if: guard, ...called }])]
  }
}

const EXAMPLES = 'For example: {state/set: {field: lit, value: true}}, or {narrate: "The lamp goes out."}.'

function readEffectAction(keys: MappingReader, level: number): ActionDraft | RollDraft | Narration | undefined {
  const narration = keys.entry('narrate')
  if (narration !== undefined) return readShortNarration(keys, narration)
  const args = keys.entry('args')
  if (keys.entry('action') === undefined && args === undefined) {
    const [short, ...others] = keys.rest()
    if (short !== undefined && others.length === 0) {
      const { key, keyLocation, value } = short
      keys.entry(key)
      const action = checkActionName({ value: key, location: keyLocation }, value.file)
      return action && readCall(action, value, level)
    }
  }
  const action = keys.required('action', actionName)
  return action && readCall(action, args?.value, level)
}

/** `narrate` is an action of its own and can't stand beside another one. */
function readShortNarration(keys: MappingReader, { value, keyLocation }: MappingEntry): Narration | undefined {
  const other = keys.rest()[0]
  const narration = readNarration(value)
  if (other === undefined) return narration
  keys.entry(other.key)
  const message = `An effect can't have both "narrate" and "${other.key}".`
  const hint =
    other.value.kind === 'null'
      ? 'Put the text in quotes: without them, a comma ends it.'
      : 'Write them as two effects, in the order in which they happen.'
  report(keyLocation, 'wrong-type', message, hint)
  return undefined
}

/** Reads the action of an effect or a trigger, which has no parameters. */
export function readCall(
  action: WrittenAction,
  args: Cursor | undefined,
  level: number,
): ActionDraft | RollDraft | Narration | undefined {
  const { value, location } = action
  if (value === ROLL) return readRoll(args, { location, isCheck: false, supplied: NOTHING_SUPPLIED, level, effectsAt })
  if (value === NARRATE) return readNarrationArgs(args, location)
  const isEvent = action.format === null
  return { kind: 'action', action: value, isEvent, location, args: readArgs(action, args, NOTHING_SUPPLIED) }
}
