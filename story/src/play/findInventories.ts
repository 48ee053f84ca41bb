import { findHandling } from '../actions/findAction.ts'
import type { ActionCall, Effect, Entity, EventCall, Gamebook, GamebookFunction } from '../gamebook/gamebook.ts'
import type { World } from '../state/world.ts'
import { holderOf } from '../traits/item/holder.ts'

/**
 * The containers that carry things for the player: those for which a function takes or puts down. Where there is no
 * such function, those into which the effects of functions put things. A bag is none beside somebody who acts: what
 * it holds is shown where it is carried.
 */
export function findInventories(world: World): readonly Entity[] {
  const { gamebook } = world
  const acting = actorsOf(gamebook, ({ mainAction }) => (mainAction === null ? [] : [mainAction]))
  const carriers = acting.length > 0 ? acting : actorsOf(gamebook, effectsOf)
  const people = carriers.filter(({ item }) => item === undefined)
  return people.length > 0 ? people : carriers.filter((carrier) => !isHeldByAny(world, carrier, carriers))
}

type Call = ActionCall | EventCall

function effectsOf({ effects, check }: GamebookFunction): readonly Call[] {
  return actionsOf([...effects, ...(check?.onSuccess ?? []), ...(check?.onFailure ?? [])])
}

/** In the order of the file. */
function actorsOf(gamebook: Gamebook, actionsIn: (fn: GamebookFunction) => readonly Call[]): readonly Entity[] {
  const ids = new Set(
    gamebook.functions.flatMap((fn) =>
      actionsIn(fn).flatMap(({ action, args }) =>
        findHandling(action)?.isByPlayer === true ? [args.get('entity_id')] : [],
      ),
    ),
  )
  return [...gamebook.entities.values()].filter(({ id, container }) => container !== undefined && ids.has(id))
}

function actionsOf(effects: readonly Effect[]): readonly Call[] {
  return effects.flatMap((effect) =>
    effect.kind === 'roll' ? actionsOf([...effect.onSuccess, ...effect.onFailure]) : [effect],
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
