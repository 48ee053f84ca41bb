import { isEntityId } from '../../names/isId.ts'
import { elementsOf, type Cursor } from '../cursor/cursor.ts'
import type { EffectDraft, TriggerDraft, TriggerList } from './draft.ts'
import { openMapping, type MappingReader } from '../cursor/mappingReader.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import { condition } from '../cursor/readExpressions.ts'
import { boolean, located, text, wrongType, type Reader } from '../cursor/readers.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'
import { actionName } from './actions/actionName.ts'
import { effectsAt, readCall } from './actions/readEffects.ts'

export const NO_TRIGGERS: TriggerList = { triggers: [], sound: true }

export const triggerList: Reader<TriggerList> = (cursor) => {
  if (cursor.kind !== 'list') {
    wrongType(cursor, 'a list of triggers')
    return { triggers: [], sound: false }
  }
  const errorsBefore = cursor.reporter.errorCount()
  const triggers = elementsOf(cursor).flatMap((element, index) => readTrigger(element, index) ?? [])
  checkIds(triggers)
  return { triggers, sound: cursor.reporter.errorCount() === errorsBefore }
}

function readTrigger(cursor: Cursor, index: number): TriggerDraft | undefined {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const holds = keys.required('condition', condition)
  const effects = readEffects(keys)
  const once = keys.optional('once', boolean, false)
  const id = keys.optional('id', triggerId, { value: index, location: cursor })
  keys.reportUnknownKeys()
  return holds && { location: cursor, id, condition: holds, once, effects }
}

/** The trigger's own action, then its further effects. */
function readEffects(keys: MappingReader): readonly EffectDraft[] {
  const named = keys.optional('name', actionName, null)
  const action = keys.optional('action', actionName, null)
  const args = keys.entry('args')
  const further = keys.entry('effects')
  const isNamed = keys.entry('name') !== undefined || keys.entry('action') !== undefined
  if (named !== null && action !== null && named.value !== action.value) reportMismatch(named, action)
  if (args !== undefined && !isNamed) {
    report(args.keyLocation, 'bad-args', '"args" needs an action.', 'Add "name: …" with an action.')
  }
  const first = named ?? action
  const own = first === null ? undefined : readCall(first, args?.value, 0)
  const effects = further === undefined ? [] : effectsAt(0)(further.value)
  if (!isNamed && (further === undefined || isEmptyList(further.value))) {
    report(
      keys.location,
      'empty-trigger',
      'This trigger does nothing.',
      'Add "name: …" with an action, or "effects: […]".',
    )
  }
  return [...(own === undefined ? [] : [{ if: null, ...own }]), ...(effects ?? [])]
}

function isEmptyList(cursor: Cursor): boolean {
  return cursor.kind === 'list' && elementsOf(cursor).length === 0
}

function reportMismatch(named: Located<string>, action: Located<string>): void {
  report(
    action.location,
    'target-action-mismatch',
    `The action ${action.value} is not the one that "name" gives: ${named.value}.`,
    'Remove either "name" or "action".',
    [relatedTo(named.location, 'The name is here.')],
  )
}

const triggerId: Reader<Located<string>> = (cursor) => {
  const id = located(text)(cursor)
  if (id !== undefined && !isEntityId(id.value)) {
    const rule =
      'it starts with a lowercase letter and contains only lowercase letters, digits and "_", at most 64 characters'
    report(cursor, 'bad-id', `"${id.value}" is not a valid trigger id: ${rule}.`, 'Write a simpler id, or remove it.')
  }
  return id
}

function checkIds(triggers: readonly TriggerDraft[]): void {
  const first = new Map<string | number, TriggerDraft>()
  for (const trigger of triggers) {
    const { value, location } = trigger.id
    const earlier = first.get(value)
    if (earlier === undefined) {
      first.set(value, trigger)
      continue
    }
    const message = `Another trigger in this list already has the id "${value}".`
    report(location, 'duplicate-id', message, 'Change the "id" of one of the two.', [
      relatedTo(earlier.id.location, `"${value}" is first used here.`),
    ])
  }
}
