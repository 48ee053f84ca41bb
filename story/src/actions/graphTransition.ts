import type { Entity } from '../gamebook/gamebook.ts'
import type { StateWrite } from '../state/change.ts'
import { checkGuards } from '../state/guard.ts'
import type { EndedAtNode } from '../state/storyState.ts'
import { allow, isBound, refuse } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { renderName } from '../traits/described/prompt.ts'
import { edgesFrom, guardsOfEdge, requirement } from '../traits/graph/edges.ts'
import { isRevealed } from '../traits/visibility.ts'
import { fixedText, type AccessRecorder } from './access.ts'
import type { Action } from './action.ts'
import { key, payloadOf } from './payload.ts'

/**
 * Edges and their guards apply to tools and players only; the condition of a node applies to every move.
 * Entering a node reveals it, and ends the story if it is an ending.
 */
export const graphTransition: Action = {
  target: 'transition',
  payload: payloadOf({
    entity_id: key('graph'),
    to: key('node', {
      choices: {
        description: 'The id of the next node.',
        list: (world, graph) => (graph.graph === undefined ? [] : edgesFrom(world, graph).map(({ to }) => to)),
      },
    }),
  }),
  check: (world, { entity_id, to }, request) => {
    const graph = typeof entity_id === 'string' ? world.gamebook.entities.get(entity_id) : undefined
    if (graph?.graph === undefined) return refuse('no-such-graph', 'There is nothing by that name to move.')
    const node =
      typeof to === 'string' && graph.graph.nodeIds.includes(to) ? world.gamebook.entities.get(to) : undefined
    if (node === undefined || (isBound(request) && !isRevealed(world, node))) return NOT_IN_GRAPH
    const edge = edgesFrom(world, graph).find((candidate) => candidate.to === node.id)
    if (isBound(request) && edge === undefined) return refuse('not-an-edge', 'That is not possible from here.')
    const guards = isBound(request) && edge !== undefined ? guardsOfEdge(world, graph, edge) : requirement(node)
    const { records, refusal } = checkGuards(world, guards, request.report)
    if (refusal !== null) return { guards: records, refusal }
    return allow(enter(world, graph, node), records)
  },
  recordAccess: ({ subjects, args, isBound: needsEdge }, access) => {
    for (const graph of subjects) recordMove(graph, fixedText(args, 'to'), needsEdge, access)
  },
  verbs: [],
}

const NOT_IN_GRAPH = refuse('not-in-graph', 'That is not possible.')

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

function recordMove(graph: Entity, to: string | null, needsEdge: boolean, access: AccessRecorder): void {
  if (graph.graph === undefined) return
  access.writeField(graph.id, 'current_node_id')
  access.readField(graph, 'current_node_id')
  for (const nodeId of graph.graph.nodeIds) {
    const node = access.gamebook.entities.get(nodeId)
    if (node === undefined) continue
    const edges = needsEdge ? (node.graphNode?.edges ?? []) : []
    for (const edge of edges) if (to === null || edge.to === to) access.readCondition(edge.enabled)
    if (to === null || to === nodeId) recordEntry(graph, node, access)
  }
}

function recordEntry(graph: Entity, node: Entity, access: AccessRecorder): void {
  access.readCondition(node.graphNode?.requires ?? null)
  access.enterNode(graph.id, node.id)
  if (node.secret) {
    access.readField(node, 'revealed')
    access.writeField(node.id, 'revealed')
  }
  if (node.graphNode?.ending != null) access.endStory()
}
