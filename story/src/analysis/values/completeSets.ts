import { findDeclaration } from '../../expressions/entityFields.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { StateVariable } from '../programs/stateVariable.ts'
import type { Variable } from '../programs/variable.ts'

/** Whether some values of a variable are all that the engine lets any rule write there, tried or not. */
export function hasEveryValue(
  gamebook: Gamebook,
  { variable, values }: StateVariable,
  found: readonly number[],
): boolean {
  const every = everyValueOf(gamebook, variable)
  if (every === null) return false
  const known = new Set(found.map((value) => values[value]))
  return every.every((value) => known.has(value))
}

/** Null for a variable with more values than can be listed. */
function everyValueOf(gamebook: Gamebook, variable: Variable): readonly Json[] | null {
  switch (variable.kind) {
    case 'visited':
    case 'discussed':
    case 'fired':
    case 'on':
      return [false, true]
    case 'visits':
    case 'load':
      return null
    case 'field': {
      const entity = gamebook.entities.get(variable.entityId)
      if (entity === undefined) return null
      if (variable.field === 'current_node_id' && entity.graph !== undefined) return entity.graph.nodeIds
      const declaration = findDeclaration(gamebook, entity, variable.field)
      if (declaration?.type === 'boolean') return [false, true]
      const isScalar = declaration?.type === 'text' || declaration?.type === 'integer' || declaration?.type === 'number'
      return isScalar ? declaration.values : null
    }
  }
}
