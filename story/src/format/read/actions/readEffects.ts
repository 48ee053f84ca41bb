import { ROLL } from '../../../gamebook/actionName.ts'
import type { Cursor } from '../../cursor/cursor.ts'
import type { ActionDraft, EffectDraft, RollDraft } from '../draft.ts'
import { openMapping, type MappingReader } from '../../cursor/mappingReader.ts'
import type { Located } from '../../diagnostics/sourceLocation.ts'
import { condition } from '../../cursor/readExpressions.ts'
import { listOf, type Reader } from '../../cursor/readers.ts'
import { actionName, checkActionName } from './actionName.ts'
import { NOTHING_SUPPLIED, readArgs } from './readArgs.ts'
import { readRoll } from './readRoll.ts'

/** Reads effects at this nesting level of rolls. Invalid ones are reported and left out. */
export function effectsAt(level: number): Reader<readonly EffectDraft[]> {
  return listOf(effectAt(level))
}

/** `{action, args, if}`, or the action as the only key: `{state/set: {field: lit, value: true}}`. */
function effectAt(level: number): Reader<EffectDraft> {
  return (cursor) => {
    const keys = openMapping(cursor)
    if (keys === undefined) return undefined
    const guard = keys.optional('if', condition, null)
    const called = readEffectAction(keys, level)
    keys.reportUnknownKeys()
    return called && { if: guard, ...called }
  }
}

function readEffectAction(keys: MappingReader, level: number): ActionDraft | RollDraft | undefined {
  const args = keys.entry('args')
  if (keys.entry('action') === undefined && args === undefined) {
    const [short, ...others] = keys.rest()
    if (short !== undefined && others.length === 0) {
      const { key, keyLocation, value } = short
      keys.entry(key)
      const action = checkActionName({ value: key, location: keyLocation })
      return action && readCall(action, value, level)
    }
  }
  const action = keys.required('action', actionName)
  return action && readCall(action, args?.value, level)
}

/** Reads the action of an effect or a trigger, which has no parameters. */
export function readCall(
  action: Located<string>,
  args: Cursor | undefined,
  level: number,
): ActionDraft | RollDraft | undefined {
  const { value, location } = action
  if (value === ROLL) return readRoll(args, { location, isCheck: false, supplied: NOTHING_SUPPLIED, level, effectsAt })
  return { kind: 'action', action: value, location, args: readArgs(action, args, NOTHING_SUPPLIED) }
}
