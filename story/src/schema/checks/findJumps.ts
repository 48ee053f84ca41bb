import type { Dynamic } from '../../expressions/expression.ts'
import type { ActionCall, Effect, Entity, Gamebook } from '../../gamebook.ts'
import type { Json } from '../../json.ts'

/** The nodes, by graph, to which effects and triggers lead: they need no edge. */
export type Jumps = ReadonlyMap<string, ReadonlySet<string>>

export function findJumps({ functions, triggers }: Gamebook, graphs: readonly Entity[]): Jumps {
  const calls = [
    ...functions.flatMap(({ check, effects }) =>
      transitionsOf(check === null ? effects : [{ if: null, ...check }, ...effects]),
    ),
    ...triggers.flatMap(({ effects }) => transitionsOf(effects)),
  ]
  const jumps = new Map<string, Set<string>>()
  for (const [graphId, targets] of targetsByGraph(calls, graphs)) {
    for (const nodeId of targets) jumps.set(graphId, (jumps.get(graphId) ?? new Set()).add(nodeId))
  }
  return jumps
}

function transitionsOf(effects: readonly Effect[]): readonly ActionCall[] {
  return effects.flatMap((effect) => {
    if (effect.kind === 'roll') return [...transitionsOf(effect.onSuccess), ...transitionsOf(effect.onFailure)]
    return effect.action === 'graph/transition' ? [effect] : []
  })
}

/** What is computed may be any graph, and any of its nodes. Calls that lead to the same count once. */
function* targetsByGraph(
  calls: readonly ActionCall[],
  graphs: readonly Entity[],
): Iterable<[string, readonly string[]]> {
  const asked = new Set<string>()
  const byId = new Map(graphs.map((graph) => [graph.id, [graph]]))
  for (const { args } of calls) {
    const graphId = fixedId(args.get('entity_id'))
    const nodeId = fixedId(args.get('to'))
    const key = `${graphId ?? ''} ${nodeId ?? ''}`
    if (asked.has(key)) continue
    asked.add(key)
    for (const { id, graph } of graphId === null ? graphs : (byId.get(graphId) ?? [])) {
      yield [id, nodeId === null ? (graph?.nodeIds ?? []) : [nodeId]]
    }
  }
}

function fixedId(value: Json | Dynamic | undefined): string | null {
  return typeof value === 'string' ? value : null
}
