import type { Entity } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Json } from '../json.ts'
import { findInventories } from '../play/findInventories.ts'
import type { World } from '../state/world.ts'
import { renderName } from '../traits/described/prompt.ts'
import { isInPrompt } from '../traits/inPrompt.ts'
import { holderOf } from '../traits/item/holder.ts'
import { isRevealedAndEnabled, isVisible } from '../traits/visibility.ts'
import type { PlacedEntry } from './journalEntry.ts'
import { entryAt, type JournalRecord } from './journalRecord.ts'

/** What the player has now and did not have at first, and what the player had and has no longer. */
export function listItems(world: World, records: readonly JournalRecord[]): readonly PlacedEntry[] {
  const carried = carriersOf(world)
  return [...traceItems(world, records)].flatMap(([item, { holders, last }]) => {
    const holder = holderOf(world, item)
    const isCarried = holder !== null && carried.has(holder.id)
    const [first = null] = holders
    const rest = { isForNarrator: isInPrompt(world.gamebook, item), isForPlayer: true }
    if (isCarried) {
      const isNew = !isCarrier(carried, first) && isVisible(world, item)
      return isNew ? [entryAt(last, 'gained', { group: 'Gained', text: renderName(world, item), ...rest })] : []
    }
    const wasCarried = holders.some((id) => isCarrier(carried, id)) && isRevealedAndEnabled(world, item)
    const text = `${renderName(world, item)}${nameOfHolder(world, holder)}`
    return wasCarried ? [entryAt(last, 'lost', { group: 'No longer carried', text, ...rest })] : []
  })
}

interface ItemTrace {
  /** All its holders on the path, by id. */
  readonly holders: Json[]
  /** The record of its last change. */
  readonly last: JournalRecord
}

function traceItems(world: World, records: readonly JournalRecord[]): ReadonlyMap<Entity, ItemTrace> {
  const traces = new Map<Entity, ItemTrace>()
  for (const record of records) {
    for (const { entity, field, before, after } of record.changes) {
      const item = field === 'held_by' ? world.gamebook.entities.get(entity) : undefined
      if (item?.item === undefined || item.described === undefined) continue
      const holders = traces.get(item)?.holders ?? [before]
      holders.push(after)
      traces.set(item, { holders, last: record })
    }
  }
  return traces
}

/** The player's inventories, and the bags in them. */
function carriersOf(world: World): ReadonlySet<string> {
  const carriers = new Set(findInventories(world).map(({ id }) => id))
  // A bag joins after its holder, so the set grows while it is read.
  for (const id of carriers) {
    for (const bag of indexOf(world.gamebook).containers) if (holderOf(world, bag)?.id === id) carriers.add(bag.id)
  }
  return carriers
}

function isCarrier(carriers: ReadonlySet<string>, id: Json): boolean {
  return typeof id === 'string' && carriers.has(id)
}

function nameOfHolder(world: World, holder: Entity | null): string {
  const isNamed = holder?.described !== undefined && isRevealedAndEnabled(world, holder)
  return isNamed ? ` (${renderName(world, holder)})` : ''
}
