import { findHandling } from '../actions/findAction.ts'
import { callsIn, effectsOfFunction } from '../gamebook/flattenEffects.ts'
import type { ActionCall, Entity, EventCall, Gamebook, GamebookFunction } from '../gamebook/gamebook.ts'
import type { World } from '../state/world.ts'
import { holderOf } from '../traits/item/holder.ts'

/**
 * The containers that carry items for the player: the ones for which functions take or drop items. Without such a
 * function, they are the containers that the effects of functions move items into. A bag counts only if no person
 * does: its content is shown with the person who carries it.
 */
export function findInventories(world: World): readonly Entity[] {
  const { gamebook } = world
  const fromFunctions = inventoriesOf(gamebook, ({ mainAction }) => (mainAction?.kind === 'action' ? [mainAction] : []))
  const inventories = fromFunctions.length > 0 ? fromFunctions : inventoriesOf(gamebook, effectsOf)
  const people = inventories.filter(({ item }) => item === undefined)
  return people.length > 0 ? people : inventories.filter((inventory) => !isHeldByAny(world, inventory, inventories))
}

type Call = ActionCall | EventCall

function effectsOf(fn: GamebookFunction): readonly Call[] {
  return callsIn(effectsOfFunction(fn))
}

/** In the order of the file. */
function inventoriesOf(gamebook: Gamebook, actionsIn: (fn: GamebookFunction) => readonly Call[]): readonly Entity[] {
  const ids = new Set(
    gamebook.functions.flatMap((fn) =>
      actionsIn(fn).flatMap(({ action, args }) =>
        findHandling(action)?.isByPlayer === true ? [args.get('entity_id')] : [],
      ),
    ),
  )
  return [...gamebook.entities.values()].filter(({ id, container }) => container !== undefined && ids.has(id))
}

function isHeldByAny(world: World, inventory: Entity, inventories: readonly Entity[]): boolean {
  const visited = new Set([inventory])
  for (
    let holder = holderOf(world, inventory);
    holder !== null && !visited.has(holder);
    holder = holderOf(world, holder)
  ) {
    if (inventories.includes(holder)) return true
    visited.add(holder)
  }
  return false
}
