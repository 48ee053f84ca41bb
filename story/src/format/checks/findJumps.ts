import type { Computed } from '../../expressions/expression.ts'
import { movesGraph } from '../../actions/findAction.ts'
import type { ActionCall, Effect, EventCall, Gamebook, Roll } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'

/** Whether an effect or a trigger leads to a node of a graph: that needs no edge. */
export type LeadsTo = (graphId: string, nodeId: string) => boolean

/** A computed id may be any graph or any node. */
export function findJumps({ functions, triggers }: Gamebook): LeadsTo {
  const effects = [
    ...functions.flatMap((tool) => [...followingFrom(tool.check), ...tool.effects]),
    ...triggers.flatMap((trigger) => trigger.effects),
  ]
  const jumps = new Set(transitionsOf(effects).map(({ args }) => nameOf(idIn(args, 'entity_id'), idIn(args, 'to'))))
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

function transitionsOf(effects: readonly Effect[]): readonly (ActionCall | EventCall)[] {
  return effects.flatMap((effect) => {
    if (effect.kind === 'roll') return transitionsOf(followingFrom(effect))
    return movesGraph(effect.action) ? [effect] : []
  })
}

function followingFrom(roll: Roll | null): readonly Effect[] {
  return roll === null ? [] : [...roll.onSuccess, ...roll.onFailure]
}
