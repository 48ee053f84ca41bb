import type { Entity } from '../../gamebook/gamebook.ts'
import { findInventories } from '../../play/findInventories.ts'
import type { World } from '../../state/world.ts'
import { renderName } from '../../traits/described/prompt.ts'
import { holderOf } from '../../traits/item/holder.ts'
import { foldText } from '../sentences/foldText.ts'
import type { Scene } from './scene.ts'
import { listChanges, valuesOf } from './turnEvents.ts'

/** Whether the player carries an item: certainly, certainly not, or perhaps, in a container that is always there. */
export function isCarried(world: World, item: Entity): Carried {
  const items = known.get(world) ?? new Map<string, Carried>()
  known.set(world, items)
  const carried = items.get(item.id) ?? findCarried(world, item)
  items.set(item.id, carried)
  return carried
}

type Carried = 'yes' | 'perhaps' | 'no'

const known = new WeakMap<World, Map<string, Carried>>()

function findCarried(world: World, item: Entity): Carried {
  const inventories = new Set(findInventories(world).map(({ id }) => id))
  let holder = holderOf(world, item)
  for (let depth = 0; holder !== null && depth < MAX_DEPTH; depth += 1) {
    if (inventories.has(holder.id) || isLuggage(world, holder)) return 'yes'
    if (holder.item === undefined) return isAlwaysThere(holder) ? 'perhaps' : 'no'
    holder = holderOf(world, holder)
  }
  return 'no'
}

const MAX_DEPTH = 64

function isAlwaysThere({ described, secret, graphNode }: Entity): boolean {
  return graphNode === undefined && !secret && (described === undefined || described.enabled === null)
}

/** A bag that is no item goes where the player goes. */
function isLuggage(world: World, holder: Entity): boolean {
  return holder.item === undefined && isAlwaysThere(holder) && LUGGAGE.test(foldText(renderName(world, holder)))
}

const LUGGAGE =
  /\b(?:satchel|bag|saddlebags?|suitcase|briefcase|wallet|holster|quiver|backpack|rucksack|pack|pocket|pockets|pouch|purse|belt|basket|apron|hands?|inventory|knapsack|coat|cloak)\b/

/** Whether the player has an item from when they first have it in this turn. */
export function isKept({ before, after, input }: Scene, item: Entity): boolean {
  const changes = valuesOf(listChanges(input.receipts), item.id, 'held_by').length / 2
  const wasCarried = isCarried(before, item) === 'yes'
  return isCarried(after, item) === 'yes' && changes === (wasCarried ? 0 : 1)
}
