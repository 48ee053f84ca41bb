import type { Entity } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Json } from '../json.ts'
import { writeField } from '../state/change.ts'
import { allow, isBound, refuse, type ActionRequest, type Payload, type Verdict } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { itemsIn } from '../traits/container/itemsIn.ts'
import { holderId, holderOf } from '../traits/item/holder.ts'
import { isRevealedAndEnabled } from '../traits/visibility.ts'
import { fixedText } from './access.ts'
import type { Action } from './action.ts'

/** Moves an item into a container, unless it would contain itself or there is no room. */
export function putInto(world: World, item: Entity, container: Entity): Verdict {
  const depth = depthOf(world, container, item)
  if (depth === 'inside') return refuse('inside-itself', 'A thing cannot be put into itself.')
  const capacity = container.container?.capacity ?? Infinity
  const others = itemsIn(world, container.id).filter((held) => held.id !== item.id)
  const isDeep = item.container !== undefined && depth + nestedIn(world, item) > MAX_NESTED
  if (others.length >= capacity || isDeep) return refuse('no-room', 'There is no room for it.')
  return allow(writeField(item.id, 'held_by', container.id))
}

/** The limit for nested containers (gamebook format, section 11). */
const MAX_NESTED = 8

/** The number of containers from this one outward, itself included; `inside` if the item is one of them. */
function depthOf(world: World, container: Entity, item: Entity): number | 'inside' {
  let depth = 0
  for (let outer: Entity | null = container; outer !== null; outer = holderOf(world, outer)) {
    if (outer.id === item.id) return 'inside'
    depth += 1
    if (depth > indexOf(world.gamebook).items.length + 1) return 'inside'
  }
  return depth
}

/** The number of nested containers from this one inward, itself included, counted up to `atMost`. */
function nestedIn(world: World, container: Entity, atMost = MAX_NESTED): number {
  if (atMost === 0) return 1
  const inner = itemsIn(world, container.id).filter((held) => held.container !== undefined)
  return 1 + Math.max(0, ...inner.map((held) => nestedIn(world, held, atMost - 1)))
}

/** The item of the payload, if the container of the payload holds it directly and the initiator may know of it. */
export function findHeld(world: World, payload: Payload, request: ActionRequest): Entity | undefined {
  const item = findItem(world, payload['item'])
  if (item === undefined || holderId(world, item) !== payload['entity_id']) return undefined
  return isBound(request) && !isRevealedAndEnabled(world, item, request.report) ? undefined : item
}

export function findItem(world: World, id: Json | undefined): Entity | undefined {
  const entity = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  return entity?.item === undefined ? undefined : entity
}

export function findContainer(world: World, id: Json | undefined): Entity | undefined {
  const entity = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  return entity?.container === undefined ? undefined : entity
}

/** Any container can be involved, so the holders of all items and the presence of all containers are read. */
export const recordItemMove: Action['recordAccess'] = ({ args }, access) => {
  const { items, containers } = indexOf(access.gamebook)
  const id = fixedText(args, 'item')
  for (const item of id === null ? items : items.filter((known) => known.id === id)) {
    access.writeField(item.id, 'held_by')
    access.readVisibility(item)
    access.readCondition(item.item?.portable ?? null)
  }
  access.readHolders()
  for (const container of containers) access.readPresence(container)
}
