import type { ActionCall, Effect, Entity, Gamebook, GamebookFunction } from '../gamebook.ts'
import type { World } from '../state/world.ts'
import { holderOf } from '../traits/item/holder.ts'

/**
 * The containers that carry things for the player: those for which a function takes or puts down. Where there is no
 * such function, those into which the effects of functions put things. One that another of them holds is no carrier
 * of its own.
 */
export function findCarriers(world: World): readonly Entity[] {
  const { gamebook } = world
  const acting = actorsOf(gamebook, ({ mainAction }) => (mainAction === null ? [] : [mainAction]))
  const carriers =
    acting.length > 0
      ? acting
      : actorsOf(gamebook, ({ effects, check }) => [
          ...actionsOf(effects),
          ...actionsOf(check?.onSuccess ?? []),
          ...actionsOf(check?.onFailure ?? []),
        ])
  return carriers.filter((carrier) => !isHeldByAny(world, carrier, carriers))
}

const HANDLING: ReadonlySet<string> = new Set(['item/take', 'item/drop'])

/** In the order of the file. */
function actorsOf(gamebook: Gamebook, actionsIn: (fn: GamebookFunction) => readonly ActionCall[]): readonly Entity[] {
  const ids = new Set(
    gamebook.functions.flatMap((fn) =>
      actionsIn(fn).flatMap(({ action, args }) => (HANDLING.has(action) ? [args.get('entity_id')] : [])),
    ),
  )
  return [...gamebook.entities.values()].filter(({ id, container }) => container !== undefined && ids.has(id))
}

function actionsOf(effects: readonly Effect[]): readonly ActionCall[] {
  return effects.flatMap((effect) =>
    effect.kind === 'action' ? [effect] : actionsOf([...effect.onSuccess, ...effect.onFailure]),
  )
}

function isHeldByAny(world: World, carrier: Entity, carriers: readonly Entity[]): boolean {
  const seen = new Set([carrier])
  for (let holder = holderOf(world, carrier); holder !== null && !seen.has(holder); holder = holderOf(world, holder)) {
    if (carriers.includes(holder)) return true
    seen.add(holder)
  }
  return false
}
