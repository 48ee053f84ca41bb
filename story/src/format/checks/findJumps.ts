import type { Computed } from '../../expressions/expression.ts'
import { movesGraph } from '../../actions/findAction.ts'
import { callsIn, effectsOfEntity, effectsOfFunction } from '../../gamebook/flattenEffects.ts'
import type { ActionCall, Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'

/** Whether an effect or a trigger leads to a node of a graph: that needs no edge. */
export type LeadsTo = (graphId: string, nodeId: string) => boolean

/** A computed id may be any graph or any node. */
export function findJumps({ functions, triggers, entities }: Gamebook): LeadsTo {
  const effects = [
    ...functions.flatMap(effectsOfFunction),
    ...triggers.flatMap((trigger) => trigger.effects),
    ...[...entities.values()].flatMap(effectsOfEntity),
  ]
  const jumps = new Set(
    callsIn(effects)
      .filter(({ action }) => movesGraph(action))
      .map(({ args }) => nameOf(idIn(args, 'entity_id'), idIn(args, 'to'))),
  )
  return (graphId, nodeId) =>
    [nameOf(graphId, nodeId), nameOf(graphId, ANY), nameOf(ANY, nodeId), nameOf(ANY, ANY)].some((name) =>
      jumps.has(name),
    )
}

/** Not a valid id. */
const ANY = '*'

function nameOf(graphId: string, nodeId: string): string {
  return `${graphId} ${nodeId}`
}

function idIn(args: ActionCall['args'], key: string): string {
  const value: Json | Computed | undefined = args.get(key)
  return typeof value === 'string' ? value : ANY
}
