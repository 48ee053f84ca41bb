import type { Entity } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import { writeField } from '../../state/change.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import { isTrueOrReport } from '../../state/errorFallback.ts'
import { allow, isBound, refuse, type CheckAction, type Verdict } from '../../state/verdict.ts'
import type { World } from '../../state/world.ts'
import { itemsIn } from '../container/itemsIn.ts'
import { currentNodeId } from '../graph/currentNode.ts'
import { isOpen, isPresent, isRevealed, isVisible } from '../visibility.ts'
import { holderId, holderOf } from './holder.ts'

/** `item/take`: a container, say the player, takes what another one holds. */
export const checkTake: CheckAction = (world, payload, request) => {
  const taker = findContainer(world, payload['entity_id'])
  const item = findItem(world, payload['item'])
  const isUnknown = item === undefined || (isBound(request) && !isRevealed(world, item))
  if (taker === undefined || isUnknown) return refuse('no-such-item', 'There is no such thing.')
  if (isBound(request) && !isAtHand(world, item, taker, request.report)) {
    return refuse('not-at-hand', 'That is not at hand.')
  }
  return putInto(world, item, taker)
}

/** `item/drop`: to a container, else to the first place of the file that is one. */
export const checkDrop: CheckAction = (world, payload) => {
  const item = findHeld(world, payload)
  if (item === undefined) return refuse('not-held', NOT_HELD)
  const to = payload['to'] ?? null
  const place = to === null ? findPlace(world) : findContainer(world, to)
  return place === undefined ? refuse('no-place', 'There is no place to put it.') : putInto(world, item, place)
}

/** `item/give`: to another container. */
export const checkGive: CheckAction = (world, payload, request) => {
  const item = findHeld(world, payload)
  if (item === undefined) return refuse('not-held', NOT_HELD)
  const taker = findContainer(world, payload['to'])
  const isOther = taker !== undefined && taker.id !== payload['entity_id'] && isOpen(world, taker, request.report)
  if (!isOther || (isBound(request) && !isPresent(world, taker, request.report))) {
    return refuse('not-at-hand', 'There is nobody and nothing here to give it to.')
  }
  return putInto(world, item, taker)
}

const NOT_HELD = 'That is not to hand.'

/** A visible, portable item that another one holds. */
function isAtHand(world: World, item: Entity, { id }: Entity, report: ReportFailure): boolean {
  const isPortable = isTrueOrReport(world, item.item?.portable ?? null, `${item.id}.portable`, report)
  return isPortable && holderId(world, item) !== id && isVisible(world, item, report)
}

function putInto(world: World, item: Entity, container: Entity): Verdict {
  const depth = depthOf(world, container, item)
  if (depth === 'inside') return refuse('inside-itself', 'A thing cannot be put into itself.')
  const capacity = container.container?.capacity ?? Infinity
  const others = itemsIn(world, container.id).filter((held) => held.id !== item.id)
  const isDeep = item.container !== undefined && depth + nestedIn(world, item) > MOST_NESTED
  if (others.length >= capacity || isDeep) return refuse('no-room', 'There is no room for it.')
  return allow(writeField(item.id, 'held_by', container.id))
}

/** Containers inside each other (gamebook format, section 11). */
const MOST_NESTED = 8

/** How many containers there are from this one outwards, itself included; `inside` where the item is one of them. */
function depthOf(world: World, container: Entity, item: Entity): number | 'inside' {
  let depth = 0
  for (let outer: Entity | null = container; outer !== null; outer = holderOf(world, outer)) {
    if (outer.id === item.id) return 'inside'
    depth += 1
    if (depth > indexOf(world.gamebook).items.length + 1) return 'inside'
  }
  return depth
}

/** How many containers are inside each other from this one inwards, itself included; counted no further than matters. */
function nestedIn(world: World, container: Entity, atMost = MOST_NESTED): number {
  if (atMost === 0) return 1
  const inner = itemsIn(world, container.id).filter((held) => held.container !== undefined)
  return 1 + Math.max(0, ...inner.map((held) => nestedIn(world, held, atMost - 1)))
}

function findPlace(world: World): Entity | undefined {
  return indexOf(world.gamebook)
    .graphs.map((graph) => world.gamebook.entities.get(currentNodeId(world, graph)))
    .find((node) => node?.container !== undefined)
}

function findHeld(world: World, payload: { readonly [key: string]: Json }): Entity | undefined {
  const item = findItem(world, payload['item'])
  return item !== undefined && holderId(world, item) === payload['entity_id'] ? item : undefined
}

function findItem(world: World, id: Json | undefined): Entity | undefined {
  const entity = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  return entity?.item === undefined ? undefined : entity
}

function findContainer(world: World, id: Json | undefined): Entity | undefined {
  const entity = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  return entity?.container === undefined ? undefined : entity
}
