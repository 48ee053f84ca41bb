import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { storedFields } from '../../state/stored.ts'
import type { StoryState } from '../../state/storyState.ts'

type Entities = StoryState['entities']

/**
 * Checks that no item contains itself and no container holds more than its capacity. Skipped if no item has changed
 * since `valid`.
 */
export function findItemViolation(gamebook: Gamebook, entities: Entities, valid?: Entities): string | null {
  if (entities === valid) return null
  const { items, containers } = indexOf(gamebook)
  if (valid !== undefined && items.every(({ id }) => holderIn(entities, id) === holderIn(valid, id))) return null
  const holders = new Map(items.map(({ id, item }) => [id, heldBy(entities, id, item?.heldBy ?? null)]))
  for (const { id } of items) {
    const containing = new Set<string>()
    for (let current: string | null = id; current !== null; current = holders.get(current) ?? null) {
      if (containing.has(current)) return `"${id}" is inside itself.`
      containing.add(current)
    }
  }
  const held = countEach(holders.values())
  const atStart = countEach(items.map(({ item }) => item?.heldBy ?? null))
  const full = containers.find(({ id, container }) => {
    return (held.get(id) ?? 0) > Math.max(container?.capacity ?? Infinity, atStart.get(id) ?? 0)
  })
  return full === undefined ? null : `"${full.id}" holds more than its capacity.`
}

function holderIn(entities: Entities, id: string) {
  return storedFields({ entities }, id)['held_by']
}

function heldBy(entities: Entities, id: string, start: string | null): string | null {
  const stored = holderIn(entities, id)
  return typeof stored === 'string' || stored === null ? stored : start
}

function countEach(ids: Iterable<string | null>): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
