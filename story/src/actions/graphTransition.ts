import type { Edge, Effect, Entity, Gamebook } from '../gamebook/gamebook.ts'
import { hasNode } from '../gamebook/hasNode.ts'
import type { StateWrite } from '../state/change.ts'
import { isTrueOrReport } from '../state/errorFallback.ts'
import { checkGuards } from '../state/guard.ts'
import type { EndedAtNode } from '../state/storyState.ts'
import { visitsOfGraph, wasEntered } from '../state/stored.ts'
import { isBound, refuse, type Enacted } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { renderName } from '../traits/described/prompt.ts'
import { countVisits } from '../traits/graph/currentNode.ts'
import { edgesFrom, guardsOfEdge, requirement } from '../traits/graph/edges.ts'
import { isRevealed } from '../traits/visibility.ts'
import type { Action } from './action.ts'
import { key, payloadOf } from './payload.ts'
import { fixedText, type WriteRecorder } from './writeRecorder.ts'

/**
 * Edges, their guards and their effects apply to tools and players only; the condition of a node applies to every move.
 * Entering a node reveals it, ends the story if it is an ending, and then performs the node's own effects.
 */
export const graphTransition: Action = {
  target: 'transition',
  payload: payloadOf({
    entity_id: key('graph'),
    to: key('node', {
      choices: {
        description: 'The id of the next node.',
        list: (world, graph) => (graph.graph === undefined ? [] : namedEdges(world, graph)),
      },
    }),
  }),
  check: (world, { entity_id = null, to }, request) => {
    const graph = typeof entity_id === 'string' ? world.gamebook.entities.get(entity_id) : undefined
    if (graph?.graph === undefined) return refuse('no-such-graph', 'There is nothing by that name to move.')
    const target = typeof to === 'string' ? findTarget(world, graph, to, isBound(request)) : undefined
    if (target === undefined || (isBound(request) && !isRevealed(world, target.node))) return NOT_IN_GRAPH
    const { node, edge } = target
    if (isBound(request) && edge === null) return refuse('not-an-edge', 'That is not possible from here.')
    const guards = edge === null ? requirement(node) : guardsOfEdge(world, graph, edge)
    const { records, refusal } = checkGuards(world, guards, request.report)
    if (refusal !== null) return { guards: records, refusal }
    return {
      guards: records,
      refusal: null,
      before: edge?.effects ?? [],
      ...(edge !== null && edge.id !== edge.to && { args: { entity_id, to: node.id }, edge: edge.id }),
      enact: (now) => enter(now, graph, node),
    }
  },
  recordWrites: ({ subjects, args, usesEdges }, recorder) => {
    for (const graph of subjects) recordMove(graph, fixedText(args, 'to'), usesEdges, recorder)
  },
  verbs: [],
}

const NOT_IN_GRAPH = refuse('not-in-graph', 'That is not possible.')

interface Target {
  readonly node: Entity
  /** Null for a move without an edge: by an effect or trigger, or if none leads there. */
  readonly edge: Edge | null
}

/**
 * `to` is the id of a node, or of an edge from the current node. For a player or tool, a node means the open
 * edge with its id, or else the first open edge; without an open edge, the guard of an edge refuses the move.
 */
function findTarget(world: World, graph: Entity, to: string, needsEdge: boolean): Target | undefined {
  if (!needsEdge && hasNode(graph, to)) return targetWithoutEdge(world, to)
  const edges = edgesFrom(world, graph)
  const named = edges.find(({ id }) => id === to)
  const nodeId = hasNode(graph, to) ? to : named?.to
  const node = nodeId === undefined ? undefined : world.gamebook.entities.get(nodeId)
  if (node === undefined) return undefined
  if (!needsEdge) return { node, edge: null }
  if (nodeId !== to) return { node, edge: named ?? null }
  const leading = edges.filter((edge) => edge.to === nodeId)
  if (leading.length < 2) return { node, edge: leading[0] ?? null }
  const open = leading.filter((edge) => isOpenEdge(world, edge))
  return { node, edge: open.find(({ id }) => id === to) ?? open[0] ?? named ?? leading[0] ?? null }
}

function targetWithoutEdge(world: World, nodeId: string): Target | undefined {
  const node = world.gamebook.entities.get(nodeId)
  return node && { node, edge: null }
}

/** An edge with others to the same node is offered under its own id, which must not stand for another one. */
function namedEdges(world: World, graph: Entity): readonly string[] {
  const edges = edgesFrom(world, graph)
  const isAlone = (edge: Edge) => edges.every((other) => other === edge || other.to !== edge.to)
  return edges.filter((edge) => isAlone(edge) || isOpenEdge(world, edge)).map(({ id }) => id)
}

function isOpenEdge(world: World, { enabled }: Edge): boolean {
  return isTrueOrReport(world, enabled, '', () => {})
}

function enter(world: World, graph: Entity, node: Entity): Enacted {
  return { change: moveTo(world, graph, node), after: effectsOfEntry(world, graph, node) }
}

/** The author's words for the first visit, then the effects of every entry. */
function effectsOfEntry(
  { state }: World,
  { id: graphId, graph }: Entity,
  { id, graphNode }: Entity,
): readonly Effect[] {
  if (graphNode === undefined) return []
  const { firstVisit, onEnter } = graphNode
  const isFirst = firstVisit !== null && id !== graph?.startNodeId && !wasEntered(state, graphId, id)
  const words: readonly Effect[] =
    firstVisit === null || !isFirst ? [] : [{ if: null, kind: 'narration', text: firstVisit }]
  return [...words, ...onEnter]
}

function moveTo(world: World, entity: Entity, node: Entity): StateWrite {
  const { id: graphId, graph } = entity
  const moved = { entityId: graphId, field: 'current_node_id', value: node.id }
  const revealed = isRevealed(world, node) ? [] : [{ entityId: node.id, field: 'revealed', value: true }]
  const ended = endingAt(world, graphId, node)
  return {
    kind: 'write',
    fields: [moved, ...revealed],
    ...(node.id !== graph?.startNodeId && { entered: { graphId, nodeId: node.id } }),
    ...(world.gamebook.countedGraphs.has(graphId) && { counted: countEntry(world, entity, node) }),
    ...(ended !== undefined && { ended }),
  }
}

function countEntry(world: World, graph: Entity, { id: nodeId }: Entity): NonNullable<StateWrite['counted']> {
  const isKnown = world.state.unknown === undefined || Object.hasOwn(visitsOfGraph(world.state, graph.id), nodeId)
  const visits = isKnown ? Math.min(countVisits(world, graph, nodeId) + 1, Number.MAX_SAFE_INTEGER) : null
  return { graphId: graph.id, nodeId, visits }
}

function endingAt(world: World, graph: string, node: Entity): EndedAtNode | undefined {
  const ending = node.graphNode?.ending ?? null
  if (ending === null) return undefined
  return { graph, node: node.id, title: ending.title ?? nameOfEnding(world, node), kind: ending.kind }
}

/** The name is only shown, so it doesn't matter to the checker. */
function nameOfEnding(world: World, node: Entity): string {
  return world.state.unknown === undefined ? renderName(world, node) : node.id
}

function recordMove(graph: Entity, to: string | null, usesEdges: boolean, recorder: WriteRecorder): void {
  if (graph.graph === undefined) return
  recorder.writeField(graph.id, 'current_node_id')
  for (const nodeId of graph.graph.nodeIds) {
    const node = recorder.gamebook.entities.get(nodeId)
    if (node === undefined) continue
    const edges = usesEdges ? (node.graphNode?.edges ?? []) : []
    for (const edge of edges) {
      if (to !== null && edge.to !== to && edge.id !== to) continue
      recorder.performEffects(edge.effects)
    }
    if (to === null || to === nodeId || leadsTo(recorder.gamebook, graph, to, nodeId))
      recordEntry(graph, node, recorder)
  }
}

/** Whether `to` is the id of an edge to the node. */
function leadsTo({ entities }: Gamebook, { graph }: Entity, to: string, nodeId: string): boolean {
  const edges = (graph?.nodeIds ?? []).flatMap((id) => entities.get(id)?.graphNode?.edges ?? [])
  return edges.some((edge) => edge.id === to && edge.to === nodeId)
}

function recordEntry(graph: Entity, node: Entity, recorder: WriteRecorder): void {
  recorder.enterNode(graph.id, node.id)
  if (node.secret) recorder.writeField(node.id, 'revealed')
  if (node.graphNode?.ending != null) recorder.endStory()
  recorder.performEffects(node.graphNode?.onEnter ?? [])
}
