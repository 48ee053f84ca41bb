import { findDeclaration } from '../expressions/entityFields.ts'
import type { Expression } from '../expressions/expression.ts'
import type { World } from '../state/world.ts'
import { isVisible } from '../traits/visibility.ts'

/**
 * The label of what is added to a roll, if it is a field given as a bare path: `player.nerve` gives "Nerve". Null if it
 * has no label or is not visible.
 */
export function labelOfAdded(world: World, add: number | Expression | null): string | null {
  if (add === null || typeof add === 'number') return null
  const { root } = add
  const [step, ...further] = root.kind === 'path' ? root.steps : []
  if (root.kind !== 'path' || step === undefined || further.length > 0) return null
  const entity = world.gamebook.entities.get(root.head.name)
  if (entity === undefined || !isVisible(world, entity)) return null
  return findDeclaration(world.gamebook, entity, step.name)?.label ?? null
}
