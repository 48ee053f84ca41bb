import type { Edge, Entity } from '../../gamebook.ts'
import { askGuards, type Guard } from '../../state/guard.ts'
import type { Asker, GuardRecord } from '../../state/receipt.ts'
import type { Refusal } from '../../state/refusal.ts'
import type { ReportFailure } from '../../state/tolerant.ts'
import type { World } from '../../state/world.ts'
import { currentNodeId } from './currentNode.ts'

/** The payload of `graph/transition`. */
export interface Transition {
  readonly entity_id: string
  readonly to: string
}

export interface Check {
  readonly guards: readonly GuardRecord[]
  readonly refusal: Refusal | null
}

/**
 * Whether a graph may move to a node now. Edges and their guards bind tools and players only;
 * effects and triggers are the author's word. What a node requires binds everybody.
 */
export function checkTransition(world: World, { entity_id, to }: Transition, by: Asker, report: ReportFailure): Check {
  const entity = world.gamebook.entities.get(entity_id)
  if (entity?.graph === undefined) return refuse('no-such-graph', 'There is nothing of that name to move.')
  if (!entity.graph.nodeIds.includes(to)) return refuse('not-in-graph', 'There is no such way.')
  const bound = by === 'tool' || by === 'player'
  if (!bound) return toCheck(askGuards(world, requirement(world, to), report))
  const edge = edgesFrom(world, entity).find((candidate) => candidate.to === to)
  if (edge === undefined) return refuse('not-an-edge', 'There is no way there from here.')
  return toCheck(askGuards(world, guardsOfWay(world, entity, edge), report))
}

/** The guards between the current node and an edge's target, in the order in which they are asked. */
export function guardsOfWay(world: World, entity: Entity, edge: Edge): readonly Guard[] {
  const requires = requirement(world, edge.to)
  if (edge.enabled === null) return requires
  const from = currentNodeId(world, entity)
  const reason = edge.otherwise ?? 'That way is closed now.'
  return [{ name: `${from}.edges.${edge.to}`, condition: edge.enabled, code: 'edge-closed', reason }, ...requires]
}

/** The ways out of a graph's current node that stay inside the graph, in the author's order. */
export function edgesFrom(world: World, entity: Entity): readonly Edge[] {
  const node = world.gamebook.entities.get(currentNodeId(world, entity))
  return (node?.graphNode?.edges ?? []).filter((edge) => entity.graph?.nodeIds.includes(edge.to))
}

function requirement(world: World, nodeId: string): readonly Guard[] {
  const node = world.gamebook.entities.get(nodeId)?.graphNode
  if (node === undefined || node.requires === null) return []
  const reason = node.otherwise ?? 'It is not possible to go there now.'
  return [{ name: `${nodeId}.requires`, condition: node.requires, code: 'requires-not-met', reason }]
}

function refuse(code: Refusal['code'], reason: string): Check {
  return { guards: [], refusal: { code, reason } }
}

function toCheck({ records, refusal }: ReturnType<typeof askGuards>): Check {
  return { guards: records, refusal }
}
