import type { Graph } from '../../gamebook/gamebook.ts'
import type { GraphDraft, TypeDraft } from '../read/draft.ts'
import type { Located, SourceLocation } from '../diagnostics/sourceLocation.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'
import { suggest } from '../diagnostics/suggestion.ts'
import { findEntity, type EntityRequirement } from './findEntity.ts'
import type { Scope } from './scope.ts'

export interface ResolvedGraph {
  readonly graph: Graph
  /** False where nodes of the graph are missing because of faults that are reported. */
  readonly sound: boolean
}

export function resolveGraph(
  draft: GraphDraft,
  type: TypeDraft,
  nodeType: TypeDraft | null,
  scope: Scope,
): ResolvedGraph {
  const written = draft.nodeIds?.value ?? []
  if (draft.nodeIds !== null && written.length === 0 && draft.sound) {
    report(draft.nodeIds.location, 'empty-graph', 'The graph has no nodes.', 'List at least one node id.')
  }
  const requirement = nodesOf(nodeType, scope)
  const distinct = distinctNodes(written)
  const nodeIds = distinct.filter((reference) => findEntity(reference, scope, requirement)).map(({ value }) => value)
  const sound = draft.sound && nodeIds.length > 0 && nodeIds.length === distinct.length && nodeType !== null
  const start = draft.startNodeId
  if (start !== null && draft.sound && !written.some(({ value }) => value === start.value)) {
    reportUnknownStart(start, written)
  }
  const startNodeId = start !== null && nodeIds.includes(start.value) ? start.value : (nodeIds[0] ?? '')
  return { graph: { nodeTypeId: type.nodeTypeId?.value ?? '', nodeIds, startNodeId }, sound }
}

function nodesOf(nodeType: TypeDraft | null, { draft }: Scope): EntityRequirement {
  if (nodeType === null) return { what: 'a node', fits: () => true, mayBeLost: !draft.complete }
  return {
    what: `a node of the type "${nodeType.id?.value ?? nodeType.name}"`,
    fits: ({ type }) => type === nodeType,
    mayBeLost: !nodeType.complete,
  }
}

function distinctNodes(written: readonly Located<string>[]): readonly Located<string>[] {
  const first = new Map<string, Located<string>>()
  for (const reference of written) {
    const earlier = first.get(reference.value)
    if (earlier === undefined) first.set(reference.value, reference)
    else reportDuplicate(reference, earlier.location)
  }
  return [...first.values()]
}

function reportDuplicate({ value, location }: Located<string>, first: SourceLocation): void {
  report(
    location,
    'duplicate-node',
    `The graph lists the node "${value}" twice; the second is ignored.`,
    'Remove one of the two.',
    [relatedTo(first, `"${value}" is first used here.`)],
  )
}

function reportUnknownStart({ value, location }: Located<string>, written: readonly Located<string>[]): void {
  const ids = written.map((reference) => reference.value)
  const hint = suggest(value, ids, 'Write one of "node_ids", or remove the key to start at the first of them.')
  report(location, 'unknown-start-node', `The start node "${value}" is not in the graph.`, hint)
}
