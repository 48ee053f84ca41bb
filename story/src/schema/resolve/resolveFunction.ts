import type { GamebookFunction } from '../../gamebook.ts'
import type { FunctionDraft } from '../../reading/draft.ts'
import { report } from '../../reading/reporter.ts'
import { defaultDescription } from './defaultDescription.ts'
import { findEntity } from './findEntity.ts'
import type { KnownEntity, Scope } from './scope.ts'

/** Null where the function gives no tool, which is reported. */
export function resolveFunction(draft: FunctionDraft, owner: KnownEntity, scope: Scope): GamebookFunction | null {
  const graph = findGraph(draft, owner, scope)
  if (graph === null || !isNodeOf(draft, graph, scope)) return null
  const { name, description, fixedTo, properties, enabled, otherwise } = draft
  return {
    name: name.value,
    ownerId: owner.id.value,
    description: description ?? defaultDescription(graph),
    action: 'graph/transition',
    graphId: graph.id.value,
    fixedTo: fixedTo?.value ?? null,
    properties,
    enabled,
    otherwise,
  }
}

function findGraph({ graphId, action }: FunctionDraft, owner: KnownEntity, scope: Scope): KnownEntity | null {
  if (graphId !== null) {
    const what = 'an entity with the trait "graph"'
    return findEntity(graphId, scope, { what, fits: mayBeGraph, mayBeLost: !scope.draft.complete }) ?? null
  }
  if (owner.entity.parts.graph !== undefined) return owner
  if (owner.type.traitsSound) reportNoGraph(action)
  return null
}

function mayBeGraph({ type }: KnownEntity): boolean {
  return type.traits.includes('graph') || !type.traitsSound
}

function reportNoGraph({ value, place }: FunctionDraft['action']): void {
  const hint = 'Move the function to the graph, or name the graph: "args: {entity_id: …}".'
  if (value === 'target') {
    const message = 'This entity has no trait "graph", so that the function gives no tool.'
    report(place, 'missing-trait', message, hint)
  } else {
    report(place, 'wrong-trait', 'This entity has no trait "graph": there is nothing to move.', hint)
  }
}

/** A fixed target must be a node of the graph that moves. */
function isNodeOf({ fixedTo }: FunctionDraft, { id, entity }: KnownEntity, scope: Scope): boolean {
  const { graph } = entity.parts
  if (fixedTo === null || graph === undefined) return true
  const nodeIds = new Set(graph.nodeIds?.value.map(({ value }) => value))
  const wanted = {
    what: `a node of the graph "${id.value}"`,
    fits: (known: KnownEntity) => nodeIds.has(known.id.value) || !graph.sound || graph.nodeIds === null,
    mayBeLost: !scope.draft.complete,
  }
  return findEntity(fixedTo, scope, wanted) !== undefined
}
