import type { Edge, GraphNode } from '../../gamebook/gamebook.ts'
import type { EdgeDraft, GraphNodeDraft, TypeDraft } from '../read/draft.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'
import { findEntity, type EntityRequirement } from './findEntity.ts'
import type { Scope } from './scope.ts'

export interface ResolvedNode {
  readonly graphNode: GraphNode
  /** False where edges are missing because of faults that are reported. */
  readonly sound: boolean
}

export function resolveGraphNode(draft: GraphNodeDraft, type: TypeDraft, scope: Scope): ResolvedNode {
  const requirement: EntityRequirement = {
    what: `an entity of the node's own type "${type.id?.value ?? type.name}"`,
    fits: (known) => known.type === type,
    mayBeLost: !type.complete,
  }
  const resolved = draft.edges.filter(({ to }) => findEntity(to, scope, requirement))
  reportDuplicates(draft.edges)
  const byTarget = new Map<string, Edge>()
  for (const { to, enabled, otherwise, label } of resolved) {
    byTarget.set(to.value, { to: to.value, enabled, otherwise, label })
  }
  const { requires, otherwise, ending } = draft
  return {
    graphNode: { edges: [...byTarget.values()], requires, otherwise, ending },
    sound: draft.sound && resolved.length === draft.edges.length,
  }
}

function reportDuplicates(edges: readonly EdgeDraft[]): void {
  const first = new Map<string, EdgeDraft>()
  for (const edge of edges) {
    const { value, location } = edge.to
    const earlier = first.get(value)
    if (earlier === undefined) {
      first.set(value, edge)
      continue
    }
    const message = `The node already has an edge to "${value}"; this one replaces it.`
    report(location, 'duplicate-edge', message, 'Remove one of the two.', [
      relatedTo(earlier.to.location, 'The replaced edge is here.'),
    ])
  }
}
