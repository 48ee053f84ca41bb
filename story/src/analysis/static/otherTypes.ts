import { findDeclaration } from '../../expressions/entityFields.ts'
import { flattenEffects } from '../../gamebook/flattenEffects.ts'
import type { Json } from '../../json.ts'
import { listEffects } from './effectLists.ts'
import { storedStart } from './fieldsThatStay.ts'
import { writeOf, writesState, writtenField } from './fieldWrites.ts'
import { staticFinding, type FindStatic } from './staticContext.ts'

/** Finds effects that give a custom field a value of another type. The reader checks declared fields. */
export const findOtherTypes: FindStatic = (context) => {
  const { gamebook, locations } = context
  return listEffects(gamebook, locations).flatMap(({ what, effects, location }) =>
    flattenEffects(effects).flatMap((effect) => {
      const written = effect.kind === 'action' && writesState(effect) ? writtenField(effect) : null
      const write = effect.kind === 'action' ? writeOf(effect) : null
      if (written === null || write?.kind !== 'constant') return []
      const { entityId, field } = written
      const entity = gamebook.entities.get(entityId)
      const start = storedStart(gamebook, entityId, field)
      if (entity === undefined || findDeclaration(gamebook, entity, field) !== undefined) return []
      if (start === undefined || !differ(start, write.value)) return []
      const [first, set] = [start, write.value].map((value) => JSON.stringify(value))
      const message = `In ${what}, an effect sets "${entityId}.${field}" to ${set}, but its first value is ${first}.`
      const hint = 'Set a value of the same type.'
      return [staticFinding(context, 'value-of-other-type', location(), { message, hint })]
    }),
  )
}

/** Null stands for a value that is not there yet. */
function differ(start: Json, value: Json): boolean {
  return (
    start !== null && value !== null && (typeof start !== typeof value || Array.isArray(start) !== Array.isArray(value))
  )
}
