import type { Edge, Entity } from '../../gamebook/gamebook.ts'
import type { StateWrite } from '../../state/change.ts'
import { checkGuards, type Guard } from '../../state/guard.ts'
import type { EndedAtNode } from '../../state/storyState.ts'
import { allow, isBound, refuse, type CheckAction } from '../../state/verdict.ts'
import type { World } from '../../state/world.ts'
import { renderName } from '../described/prompt.ts'
import { isRevealed } from '../visibility.ts'
import { currentNodeId } from './currentNode.ts'

/**
 * `graph/transition`. Edges and their guards bind tools and players only; what a node requires binds everybody.
 * Entering a node reveals it, and ends the story where it is an ending.
 */
export const checkTransition: CheckAction = (world, { entity_id, to }, request) => {
  const graph = typeof entity_id === 'string' ? world.gamebook.entities.get(entity_id) : undefined
  if (graph?.graph === undefined) return refuse('no-such-graph', 'There is nothing of that name to move.')
  const node = typeof to === 'string' && graph.graph.nodeIds.includes(to) ? world.gamebook.entities.get(to) : undefined
  if (node === undefined || (isBound(request) && !isRevealed(world, node))) return refuse('not-in-graph', NO_WAY)
  const edge = edgesFrom(world, graph).find((candidate) => candidate.to === node.id)
  if (isBound(request) && edge === undefined) return refuse('not-an-edge', 'There is no way there from here.')
  const guards = isBound(request) && edge !== undefined ? guardsOfEdge(world, graph, edge) : requirement(node)
  const { records, refusal } = checkGuards(world, guards, request.report)
  if (refusal !== null) return { guards: records, refusal }
  return allow(enter(world, graph, node), records)
}

const NO_WAY = 'There is no such way.'

/** The guards between the current node and an edge's target, in the order in which they are asked. */
export function guardsOfEdge(world: World, graph: Entity, edge: Edge): readonly Guard[] {
  const node = world.gamebook.entities.get(edge.to)
  const requires = node === undefined ? [] : requirement(node)
  if (edge.enabled === null) return requires
  const from = currentNodeId(world, graph)
  const reason = edge.otherwise ?? 'That way is closed now.'
  return [{ name: `${from}.edges.${edge.to}`, condition: edge.enabled, code: 'edge-closed', reason }, ...requires]
}

/** The ways out of a graph's current node that stay inside the graph, in the author's order. */
export function edgesFrom(world: World, graph: Entity): readonly Edge[] {
  const node = world.gamebook.entities.get(currentNodeId(world, graph))
  return (node?.graphNode?.edges ?? []).filter((edge) => graph.graph?.nodeIds.includes(edge.to))
}

function requirement({ id, graphNode }: Entity): readonly Guard[] {
  if (graphNode?.requires == null) return []
  const reason = graphNode.otherwise ?? 'It is not possible to go there now.'
  return [{ name: `${id}.requires`, condition: graphNode.requires, code: 'requires-not-met', reason }]
}

function enter(world: World, { id: graphId, graph }: Entity, node: Entity): StateWrite {
  const moved = { entityId: graphId, field: 'current_node_id', value: node.id }
  const revealed = isRevealed(world, node) ? [] : [{ entityId: node.id, field: 'revealed', value: true }]
  const ended = endingAt(world, graphId, node)
  return {
    kind: 'write',
    fields: [moved, ...revealed],
    ...(node.id !== graph?.startNodeId && { entered: { graphId, nodeId: node.id } }),
    ...(ended !== undefined && { ended }),
  }
}

function endingAt(world: World, graph: string, node: Entity): EndedAtNode | undefined {
  const ending = node.graphNode?.ending ?? null
  if (ending === null) return undefined
  return { graph, node: node.id, title: ending.title ?? renderName(world, node), kind: ending.kind }
}
