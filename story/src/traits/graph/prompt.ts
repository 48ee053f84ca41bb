import type { Edge, Entity } from '../../gamebook/gamebook.ts'
import { checkGuards } from '../../state/guard.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import { reasonFor } from '../../state/reasonFor.ts'
import type { World } from '../../state/world.ts'
import { formatDetails } from '../described/details.ts'
import { renderDescription, renderName } from '../described/prompt.ts'
import { isInPrompt } from '../inPrompt.ts'
import { isRevealed, isVisible } from '../visibility.ts'
import { edgesFrom, guardsOfEdge } from './edges.ts'
import { currentNodeId } from './currentNode.ts'

/** `Now`: the current node, with its description and details. */
export function graphFacts(world: World, graph: Entity, report: ReportFailure): readonly string[] {
  if (graph.graph === undefined) return []
  const node = world.gamebook.entities.get(currentNodeId(world, graph))
  if (node === undefined || !isVisible(world, node, report)) return []
  if (node.described === undefined) return [`- Now: ${node.id}`]
  // A node whose own type is in the prompt has its details there.
  const details = isInPrompt(world.gamebook, node) ? '' : formatDetails(world, node.id, node.details, report)
  const texts = [renderDescription(world, node, report), details].filter((text) => text !== '')
  return [[`- Now: ${renderName(world, node, report)}`, ...texts.map(indent)].join('\n')]
}

export interface ClosedExit {
  /** The id of the edge. */
  readonly id: string
  readonly label: string | null
  /** Null if the node is not described or not visible. */
  readonly name: string | null
  readonly otherwise: string
}

/** The exits that a guard with an author's reason refuses now. */
export function closedExits(world: World, graph: Entity, report: ReportFailure): readonly ClosedExit[] {
  return edgesFrom(world, graph).flatMap((edge) => {
    const code = checkGuards(world, guardsOfEdge(world, graph, edge), report).refusal?.code
    const node = world.gamebook.entities.get(edge.to)
    if (node === undefined || !isRevealed(world, node)) return []
    const reasons =
      code === 'edge-closed' ? edge.otherwise : code === 'requires-not-met' ? node.graphNode?.otherwise : []
    const otherwise = reasonFor(world, reasons ?? [], `${node.id} otherwise`, report)
    if (otherwise === null) return []
    return [{ id: edge.id, label: edge.label, name: visibleName(world, node, report), otherwise }]
  })
}

/** Null if the narrator may not know the node's name. */
export function visibleName(world: World, node: Entity, report: ReportFailure): string | null {
  return node.described !== undefined && isVisible(world, node, report) ? renderName(world, node, report) : null
}

/** An edge in the description of a tool: `<id>: <label>`; null without a label. */
export function formatEdge(edge: Edge): string | null {
  return edge.label === null ? null : `${edge.id}: ${edge.label}`
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ')
}
