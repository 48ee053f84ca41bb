import type { Gamebook } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import { startState, type StoryState } from '../state/storyState.ts'
import { holderId } from '../traits/item/holder.ts'
import { worldOf } from '../traits/worldOf.ts'
import type { ReportState } from './stateFinding.ts'

/** Moves items that contain each other back to their start. Only an edited gamebook can cause such a cycle. */
export function breakContainmentCycles(
  gamebook: Gamebook,
  entities: StoryState['entities'],
  report: ReportState,
): StoryState['entities'] {
  const world = worldOf(gamebook, { ...startState(0), entities })
  const cycle = indexOf(gamebook).items.filter(({ id }) => {
    const outer = new Set<string>()
    let holder = gamebook.entities.get(id)
    while (holder !== undefined && !outer.has(holder.id)) {
      outer.add(holder.id)
      holder = gamebook.entities.get(holderId(world, holder) ?? '')
    }
    return holder?.id === id
  })
  if (cycle.length === 0) return entities
  const cycleIds = new Set(cycle.map(({ id }) => id))
  for (const id of cycleIds)
    report('state-orphan', `entities.${id}.held_by`, `"${id}" contained itself; moved back to its start.`)
  return Object.fromEntries(
    Object.entries(entities).map(([id, fields]) => {
      if (!cycleIds.has(id)) return [id, fields]
      const { held_by: _, ...others } = fields
      return [id, others]
    }),
  )
}
