import type { Entity, Gamebook, Trigger } from '../../gamebook/gamebook.ts'
import { flattenEffects } from '../../gamebook/flattenEffects.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Condition } from '../../expressions/expression.ts'
import { childrenOf } from '../../expressions/syntax/childrenOf.ts'
import type { ExpressionNode } from '../../expressions/syntax/syntax.ts'
import { events } from '../programs/event.ts'
import { guess } from '../static/staticContext.ts'
import type { FindFindings } from './findingContext.ts'

/**
 * Finds triggers of a node that narrate without asking where the player is: their words may describe a place that the
 * player has left. It is a guess: something else in the condition may only be so at that place.
 */
export const findTriggersElsewhere: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  return gamebook.triggers.flatMap((trigger) => {
    const node = ownerOf(gamebook, trigger)
    if (node === undefined || answers.canHappen(events.fired(trigger.id)).kind === 'proven') return []
    const graphs = indexOf(gamebook).graphsOfNode.get(node.id) ?? []
    if (!graphs.some(({ graph }) => (graph?.nodeIds.length ?? 0) > 1) || !narratesAnywhere(trigger, graphs)) return []
    const message = `The trigger "${trigger.id}" narrates, but its condition doesn't depend on where the player is.`
    const hint = `Add "${graphs[0]?.id ?? ''}.current_node_id == '${node.id}'" to its condition, or move it to another entity.`
    return [guess(context, 'trigger-runs-elsewhere', locations.trigger(trigger.id), { message, hint })]
  })
}

function ownerOf({ entities }: Gamebook, { id }: Trigger): Entity | undefined {
  const [listedAt = ''] = id.split('#', 1)
  const owner = entities.get(listedAt)
  return owner?.graphNode === undefined ? undefined : owner
}

function narratesAnywhere({ condition, effects }: Trigger, graphs: readonly Entity[]): boolean {
  const narrations = flattenEffects(effects).filter(({ kind }) => kind === 'narration')
  return !reads(condition, graphs) && narrations.some((effect) => !reads(effect.if, graphs))
}

/** Whether the condition reads a field of one of the graphs, or asks what was visited in it. */
function reads(condition: Condition | null, graphs: readonly Entity[]): boolean {
  const isGraph = (id: string): boolean => graphs.some((graph) => graph.id === id)
  return (condition?.terms ?? []).some((term) => typeof term === 'object' && readsAny(term.root, isGraph))
}

function readsAny(node: ExpressionNode, isGraph: (id: string) => boolean): boolean {
  if (node.kind === 'path') return isGraph(node.head.name)
  return childrenOf(node).some((child) => readsAny(child, isGraph))
}
