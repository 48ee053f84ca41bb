import type { Effect } from '../../gamebook/gamebook.ts'
import { flattenEffects } from '../../gamebook/flattenEffects.ts'
import { conjunctsOf, fieldTest } from './conjuncts.ts'
import { listEffects, type EffectList } from './effectLists.ts'
import { storedStart } from './fieldsThatStay.ts'
import { writeOf, writesState, writtenField } from './fieldWrites.ts'
import { staticFinding, type FindStatic } from './staticContext.ts'

/** Finds effects that set a field to the value that it must already have. */
export const findVainEffects: FindStatic = (context) => {
  const { gamebook, locations } = context
  return listEffects(gamebook, locations).flatMap((list) =>
    requiredValues(list).flatMap(({ entityId, field, value }) => {
      const start = storedStart(gamebook, entityId, field)
      if (start === undefined || (typeof value === 'boolean' && typeof start !== 'boolean')) return []
      if (!isSetAgain(list.effects, `${entityId}.${field}`, value)) return []
      const shown = JSON.stringify(value)
      const message = `In ${list.what}, an effect sets "${entityId}.${field}" to ${shown}, but its condition requires that value.`
      const hint = 'Set another value, or change the condition.'
      return [staticFinding(context, 'effect-changes-nothing', list.location(), { message, hint })]
    }),
  )
}

function requiredValues({ conditions }: EffectList) {
  return conditions.flatMap((condition) => conjunctsOf(condition).flatMap((node) => fieldTest(node) ?? []))
}

/** Whether the first effect on the field sets it to the value, whatever happens before. */
function isSetAgain(effects: readonly Effect[], name: string, value: unknown): boolean {
  for (const effect of effects) {
    if (!flattenEffects([effect]).some((one) => mayWrite(one, name))) continue
    if (effect.kind !== 'action' || effect.if !== null || writtenField(effect) === null) return false
    const write = writeOf(effect)
    return write.kind === 'constant' && write.value === value
  }
  return false
}

/** Entering a node, asking about a topic and starting over perform effects of their own. */
function mayWrite(effect: Effect, name: string): boolean {
  if (effect.kind === 'roll') return effect.into !== null && `${effect.into.entityId}.${effect.into.field}` === name
  if (effect.kind !== 'action') return false
  if (!writesState(effect)) return WITH_EFFECTS.has(effect.action)
  const written = writtenField(effect)
  return written === null || `${written.entityId}.${written.field}` === name
}

const WITH_EFFECTS: ReadonlySet<string> = new Set(['graph/transition', 'talk/ask', 'core/reset-game'])
