import type { Entity } from '../gamebook/gamebook.ts'
import type { ChangeRecord, EffectRecord, Receipt } from '../state/receipt.ts'
import type { World } from '../state/world.ts'
import { isVisible } from '../traits/visibility.ts'
import { placeGraphs } from './placeGraphs.ts'

/** Whether a receipt moves the player to another place. */
export function entersPlace(after: World, receipt: Receipt): boolean {
  return receipt.result === 'applied' && hasEntered(after, receipt)
}

/** The place that a change moves the player to; null for any other change and for a place that is not visible. */
export function enteredPlace(after: World, { entity, field, before, after: nodeId }: ChangeRecord): Entity | null {
  const graph = after.gamebook.entities.get(entity)
  if (field !== 'current_node_id' || graph === undefined || before === nodeId) return null
  const node = typeof nodeId === 'string' ? after.gamebook.entities.get(nodeId) : undefined
  if (node?.described === undefined || !placeGraphs(after.gamebook).includes(graph)) return null
  return isVisible(after, node) ? node : null
}

function hasEntered(after: World, { changes, effects = [] }: Pick<EffectRecord, 'changes' | 'effects'>): boolean {
  return (
    changes.some((change) => enteredPlace(after, change) !== null) ||
    effects.some((effect) => hasEntered(after, effect))
  )
}
