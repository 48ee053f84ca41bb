import type { Json } from '../json.ts'
import type { ChangeRecord } from '../state/receipt.ts'
import type { World } from '../state/world.ts'
import { isVisible, tellName } from '../traits/described/prompt.ts'

/** What the narrator is told of a call: one line for each graph that moved. */
export function tellFacts(after: World, changes: readonly ChangeRecord[]): readonly string[] {
  return changes.flatMap((change) => {
    const graph = after.gamebook.entities.get(change.entity)
    if (graph?.graph === undefined || change.field !== 'current_node_id') return []
    return [`${tellName(after, graph)}: Now ${nodeName(after, change.before)} → ${nodeName(after, change.after)}`]
  })
}

function nodeName(world: World, id: Json): string {
  const node = typeof id === 'string' ? world.gamebook.entities.get(id) : undefined
  if (node === undefined) return JSON.stringify(id)
  return node.described === undefined || !isVisible(world, node) ? node.id : tellName(world, node)
}
