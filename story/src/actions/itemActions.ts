import type { Entity } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { isTrueOrReport, type ReportFailure } from '../state/errorFallback.ts'
import { isBound, refuse } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { itemsIn } from '../traits/container/itemsIn.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'
import { isHeldBy } from '../traits/item/holder.ts'
import { isOpen, isPresent, isRevealed, isVisible } from '../traits/visibility.ts'
import type { Action } from './action.ts'
import { findContainer, findHeld, findItem, putInto, recordItemMove } from './moveItem.ts'
import { itemKey, key, payloadOf } from './payload.ts'

/** A container, such as the player, takes an item that another container holds. */
export const itemTake: Action = {
  target: 'take',
  payload: payloadOf({
    entity_id: key('container'),
    item: itemKey(
      {
        from: 'elsewhere',
        isByPlayer: true,
        isSuggested: true,
        receipt: (item) => `You took ${item}`,
        done: (item) => `take ${item}`,
        possible: (items) => `take ${items}`,
      },
      {
        description: 'The id of the thing that is taken.',
        list: ({ gamebook }) => idsOf(indexOf(gamebook).items),
      },
      'What do you take',
    ),
  }),
  check: (world, payload, request) => {
    const taker = findContainer(world, payload['entity_id'])
    const item = findItem(world, payload['item'])
    const isUnknown = item === undefined || (isBound(request) && !isRevealed(world, item))
    if (taker === undefined || isUnknown) return refuse('no-such-item', 'There is no such thing.')
    if (isBound(request) && !isAtHand(world, item, taker, request.report)) {
      return refuse('not-at-hand', 'You cannot take that.')
    }
    return putInto(world, item, taker)
  },
  recordWrites: recordItemMove,
  verbs: ['take', 'get', 'grab', 'pick up', 'collect', 'fetch', 'seize', 'pocket', 'gather'],
}

/** Puts an item into the given container, else into the first current node that is a container. */
export const itemDrop: Action = {
  target: 'drop',
  payload: payloadOf({
    entity_id: key('container'),
    item: itemKey(
      {
        from: 'inventory',
        isByPlayer: true,
        isSuggested: false,
        receipt: (item) => `You put down ${item}`,
        done: (item) => `put ${item} down`,
        possible: (items) => `put down ${items}`,
      },
      { description: 'The id of the thing that is put down.', list: heldIds },
      'What do you put down',
    ),
    to: key('container', { required: false }),
  }),
  check: (world, payload, request) => {
    const item = findHeld(world, payload, request)
    if (item === undefined) return NOT_HELD
    const to = payload['to'] ?? null
    const place = to === null ? findPlace(world) : findContainer(world, to)
    return place === undefined ? refuse('no-place', 'There is no place to put it.') : putInto(world, item, place)
  },
  recordWrites: recordItemMove,
  verbs: ['drop', 'put down', 'set down', 'lay down', 'put away', 'place', 'discard'],
}

/** Moves an item to another container. */
export const itemGive: Action = {
  target: 'give',
  payload: payloadOf({
    entity_id: key('container'),
    item: itemKey(
      {
        from: 'inventory',
        isByPlayer: false,
        isSuggested: true,
        receipt: (item, holder) => (holder === null ? `You gave away ${item}` : `You gave ${item} to ${holder}`),
        done: (item, receiver) => {
          if (receiver === null) return `give ${item} away`
          const { name, preposition } = receiver
          return preposition === null ? `give ${item} to ${name}` : `put ${item} ${preposition} ${name}`
        },
        possible: (items, receivers) => (receivers === '' ? `give ${items}` : `give ${items} to ${receivers}`),
      },
      { description: 'The id of the thing that is given.', list: heldIds },
      'What do you give',
    ),
    to: key('container', {
      choices: {
        description: 'The id of who or what gets it.',
        list: ({ gamebook }) => idsOf(indexOf(gamebook).containers),
      },
      question: 'Who or what gets it',
    }),
  }),
  check: (world, payload, request) => {
    const item = findHeld(world, payload, request)
    if (item === undefined) return NOT_HELD
    const taker = findContainer(world, payload['to'])
    const isOther = taker !== undefined && taker.id !== payload['entity_id'] && isOpen(world, taker, request.report)
    if (!isOther || (isBound(request) && !isPresent(world, taker, request.report))) {
      return refuse('not-at-hand', 'There is no one and nothing here to give it to.')
    }
    return putInto(world, item, taker)
  },
  recordWrites: recordItemMove,
  verbs: ['give', 'offer', 'hand', 'bring', 'deliver', 'lend', 'show', 'put', 'place', 'lay', 'insert', 'return'],
}

const NOT_HELD = refuse('not-held', 'That is not being carried.')

function heldIds(world: World, { id }: Entity): readonly string[] {
  return idsOf(itemsIn(world, id))
}

function idsOf(entities: readonly Entity[]): readonly string[] {
  return entities.map(({ id }) => id)
}

/** Whether the item is visible, portable and held by another container. */
function isAtHand(world: World, item: Entity, { id }: Entity, report: ReportFailure): boolean {
  const isPortable = isTrueOrReport(world, item.item?.portable ?? null, `${item.id}.portable`, report)
  return isPortable && !isHeldBy(world, item, id) && isVisible(world, item, report)
}

function findPlace(world: World): Entity | undefined {
  return indexOf(world.gamebook)
    .graphs.map((graph) => world.gamebook.entities.get(currentNodeId(world, graph)))
    .find((node) => node?.container !== undefined)
}
