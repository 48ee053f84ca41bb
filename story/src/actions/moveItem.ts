import type { Entity } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Json } from '../json.ts'
import { writeField } from '../state/change.ts'
import { allow, isBound, refuse, type ActionRequest, type Payload, type Verdict } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { countItems } from '../traits/container/itemsIn.ts'
import { holderOf, isHeldBy } from '../traits/item/holder.ts'
import { isRevealedAndEnabled } from '../traits/visibility.ts'
import type { Action } from './action.ts'
import { fixedText } from './writeRecorder.ts'

/** Moves an item into a container, unless it would contain itself or there is no room. */
export function putInto(world: World, item: Entity, container: Entity): Verdict {
  const depth = depthOf(world, container, item)
  if (depth === 'inside') return refuse('inside-itself', 'A thing cannot be put into itself.')
  const isDeep = item.container !== undefined && depth + nestedIn(world, item) > MAX_NESTED
  if (isFull(world, container, item) || isDeep) return refuse('no-room', 'There is no room for it.')
  return allow(writeField(item.id, 'held_by', container.id))
}

/** Whether a container has no room for an item that it may already hold. */
function isFull(world: World, { id, container }: Entity, item: Entity): boolean {
  const capacity = container?.capacity ?? null
  return capacity !== null && countItems(world, id) - Number(isHeldBy(world, item, id)) >= capacity
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
  const bags = indexOf(world.gamebook).items.filter((item) => item.container !== undefined)
  const inner = bags.filter((item) => isHeldBy(world, item, container.id))
  return 1 + Math.max(0, ...inner.map((held) => nestedIn(world, held, atMost - 1)))
}

/** The item of the payload, if the container of the payload holds it directly and the initiator may know of it. */
export function findHeld(world: World, payload: Payload, request: ActionRequest): Entity | undefined {
  const item = findItem(world, payload['item'])
  const holder = payload['entity_id']
  if (item === undefined || (typeof holder !== 'string' && holder !== null) || !isHeldBy(world, item, holder))
    return undefined
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

export const recordItemMove: Action['recordWrites'] = ({ args }, recorder) => {
  const id = fixedText(args, 'item')
  for (const item of indexOf(recorder.gamebook).items) {
    if (id === null || item.id === id) recorder.writeField(item.id, 'held_by')
  }
}
