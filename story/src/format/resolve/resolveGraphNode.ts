import type { Edge, GraphNode } from '../../gamebook/gamebook.ts'
import type { EdgeDraft, GraphNodeDraft, TypeDraft } from '../read/draft.ts'
import { isEntityId } from '../../names/isId.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'
import { findEntity, type EntityRequirement } from './findEntity.ts'
import { resolveEffects } from './resolveEffects.ts'
import type { KnownEntity, Scope } from './scope.ts'

export interface ResolvedNode {
  readonly graphNode: GraphNode
  /** False where edges are missing because of faults that are reported. */
  readonly sound: boolean
}

/** `owner` is null for a node that nothing can refer to. */
export function resolveGraphNode(
  draft: GraphNodeDraft,
  type: TypeDraft,
  owner: KnownEntity | null,
  scope: Scope,
): ResolvedNode {
  const requirement: EntityRequirement = {
    what: `an entity of the node's own type "${type.id?.value ?? type.name}"`,
    fits: (known) => known.type === type,
    mayBeLost: !type.complete,
  }
  const resolved = draft.edges.filter(({ to }) => findEntity(to, scope, requirement))
  checkEdgeIds(draft.edges, scope)
  reportDuplicates(draft.edges)
  const byId = new Map<string, Edge>()
  for (const { id, to, effects, ...edge } of resolved) {
    const own = id?.value ?? to.value
    byId.set(own, { id: own, to: to.value, ...edge, effects: resolveEffects(effects, owner, scope) })
  }
  const { requires, otherwise, ending, firstVisit, onEnter, hint } = draft
  return {
    graphNode: {
      edges: [...byId.values()],
      requires,
      otherwise,
      ending,
      firstVisit,
      onEnter: resolveEffects(onEnter, owner, scope),
      hint,
    },
    sound: draft.sound && resolved.length === draft.edges.length,
  }
}

/** An edge's own id is used like the id of a node, so it must not be the id of another entity. */
function checkEdgeIds(edges: readonly EdgeDraft[], { entities }: Scope): void {
  for (const { id, to } of edges) {
    if (id === null || id.value === to.value) continue
    const taken = entities.get(id.value)
    if (!isEntityId(id.value)) {
      const hint =
        'Start with a lowercase letter and use only lowercase letters, digits and "_", at most 64 characters.'
      report(id.location, 'bad-id', `"${id.value}" is not a valid id for an edge.`, hint)
    } else if (taken !== undefined) {
      report(id.location, 'duplicate-id', `The id "${id.value}" is already used.`, 'Give the edge another id.', [
        relatedTo(taken.id.location, `"${id.value}" is the id of this entity.`),
      ])
    }
  }
}

function reportDuplicates(edges: readonly EdgeDraft[]): void {
  const first = new Map<string, EdgeDraft>()
  for (const edge of edges) {
    const { value, location } = edge.id ?? edge.to
    const earlier = first.get(value)
    if (earlier === undefined) {
      first.set(value, edge)
      continue
    }
    if (edge.id !== null && edge.id.value !== edge.to.value) {
      report(
        location,
        'duplicate-id',
        `The node already has an edge with the id "${value}".`,
        'Change one of the two.',
        [relatedTo((earlier.id ?? earlier.to).location, `"${value}" is first used here.`)],
      )
      continue
    }
    const message = `The node already has an edge to "${value}"; this one replaces it.`
    report(location, 'duplicate-edge', message, 'Remove one of the two, or add a different "id".', [
      relatedTo((earlier.id ?? earlier.to).location, 'The replaced edge is here.'),
    ])
  }
}
