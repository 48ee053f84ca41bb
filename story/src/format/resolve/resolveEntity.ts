import type { Entity, GamebookFunction, Item, Trigger } from '../../gamebook/gamebook.ts'
import type { EntityDraft, ItemDraft, TypeDraft } from '../read/draft.ts'
import { findEntity, withTrait } from './findEntity.ts'
import { checkReferences } from './resolveFields.ts'
import { resolveFunction } from './resolveFunction.ts'
import { resolveGraph } from './resolveGraph.ts'
import { resolveGraphNode } from './resolveGraphNode.ts'
import { resolveTriggers } from './resolveTriggers.ts'
import type { KnownEntity, Scope } from './scope.ts'

export interface ResolvedEntity {
  /** Null for an entity that nothing can refer to: without an id, or with the id of another. */
  readonly entity: Entity | null
  readonly triggers: readonly Trigger[]
  /** False where nodes or edges are missing because of faults that are reported. */
  readonly sound: boolean
  /** False where effects are missing because of such faults. */
  readonly effectsSound: boolean
}

export function resolveEntity(
  draft: EntityDraft,
  type: TypeDraft,
  nodeType: TypeDraft | null,
  scope: Scope,
): ResolvedEntity {
  const { described, graph, graphNode, clock, item, container } = draft.parts
  const resolvedGraph = graph && resolveGraph(graph, type, nodeType, scope)
  const resolvedNode = graphNode && resolveGraphNode(graphNode, type, scope)
  const resolvedItem = item && resolveItem(item, scope)
  checkReferences(draft.references, scope)
  const sound = resolvedGraph?.sound !== false && resolvedNode?.sound !== false
  const known = draft.id === null ? undefined : scope.entities.get(draft.id.value)
  if (known?.entity !== draft) return { entity: null, triggers: [], sound, effectsSound: false }
  const errorsBefore = scope.reporter.errorCount()
  const entity = {
    id: known.id.value,
    typeId: type.id?.value ?? '',
    ...(described && { described }),
    ...(resolvedGraph && { graph: resolvedGraph.graph }),
    ...(resolvedNode && { graphNode: resolvedNode.graphNode }),
    ...(clock && { clock }),
    ...(resolvedItem && { item: resolvedItem }),
    ...(container && { container }),
    fields: draft.fields,
    functions: resolveFunctions(known, scope),
    secret: draft.secret,
    revealWhen: draft.revealWhen,
  }
  const triggers = resolveTriggers(draft.triggers, entity.id, known, scope)
  const isRead = draft.functionsSound && draft.triggers.sound
  return { entity, triggers, sound, effectsSound: isRead && scope.reporter.errorCount() === errorsBefore }
}

function resolveFunctions(owner: KnownEntity, scope: Scope): readonly GamebookFunction[] {
  return owner.entity.functions.map((draft) => resolveFunction(draft, owner, scope)).filter((tool) => tool !== null)
}

function resolveItem({ heldBy, portable }: ItemDraft, scope: Scope): Item {
  if (heldBy === null || heldBy.value === '') return { heldBy: null, portable }
  const holder = findEntity(heldBy, scope, withTrait('container', scope))
  return { heldBy: holder?.id.value ?? null, portable }
}
