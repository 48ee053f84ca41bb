import type { Gamebook } from '../../../gamebook/gamebook.ts'
import type { Json } from '../../../json.ts'
import type { StoryState } from '../../../state/storyState.ts'
import { startValueOf } from '../../../state/writableField.ts'

/**
 * The same for two states exactly if no rule can tell them apart by reading them: without dice, orders, and values that
 * are those of the start anyway. How often a trigger has fired is only asked of one that fires once, and whether it did.
 */
export function keyOfState(gamebook: Gamebook, state: StoryState): string {
  const written = Object.entries(state.entities).flatMap(([id, fields]) =>
    Object.entries(fields)
      .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(startOf(gamebook, id, field)))
      .map(([field, value]) => [id, field, value]),
  )
  const visited = Object.entries(state.visited).map(([graph, nodes]) => [graph, ...nodes.toSorted()])
  const visits = Object.entries(state.visits ?? {}).map(([graph, counts]) => [graph, ...sorted(Object.entries(counts))])
  const discussed = Object.entries(state.discussed ?? {}).map(([speaker, topics]) => [speaker, ...topics.toSorted()])
  const once = new Set(gamebook.triggers.filter((trigger) => trigger.once).map(({ id }) => id))
  const triggers = Object.entries(state.triggers)
    .map(([id, { on, fired }]) => [id, on, once.has(id) && fired > 0])
    .filter(([, on, hasFired]) => on === true || hasFired === true)
  const { expecting = null, nudged = false, ended = null } = state
  return JSON.stringify([
    ...[written, visited, visits, discussed, triggers].map(sorted),
    expecting === null ? null : [expecting.entity, expecting.topic],
    nudged,
    ended === null ? null : 'node' in ended ? [ended.graph, ended.node] : [ended.reason],
  ])
}

function startOf(gamebook: Gamebook, id: string, field: string): unknown {
  const entity = gamebook.entities.get(id)
  if (entity === undefined) return undefined
  if (field === 'current_node_id' && entity.graph !== undefined) return entity.graph.startNodeId
  if (field === 'held_by' && entity.item !== undefined) return entity.item.heldBy
  if (field === 'minutes' && entity.clock !== undefined) return entity.clock.minutes
  return startValueOf(gamebook, entity, field)
}

function sorted(list: readonly Json[]): readonly Json[] {
  return list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
