import type { Entity, GamebookFunction, Item, Speaker, Trigger } from '../../gamebook/gamebook.ts'
import type { EntityDraft, ItemDraft, SpeakerDraft, TypeDraft } from '../read/draft.ts'
import { findEntity, withTrait } from './findEntity.ts'
import { resolveEffects } from './resolveEffects.ts'
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
  const { described, graph, graphNode, clock, item, container, speaker } = draft.parts
  const resolvedGraph = graph && resolveGraph(graph, type, nodeType, scope)
  const resolvedNode = graphNode && resolveGraphNode(graphNode, type, knownOf(draft, scope), scope)
  const resolvedItem = item && resolveItem(item, scope)
  checkReferences(draft.references, scope)
  const sound = resolvedGraph?.sound !== false && resolvedNode?.sound !== false
  const known = knownOf(draft, scope)
  if (known === null) return { entity: null, triggers: [], sound, effectsSound: false }
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
    ...(speaker && { speaker: resolveSpeaker(speaker, known, scope) }),
    details: draft.details,
    fields: draft.fields,
    functions: resolveFunctions(known, scope),
    secret: draft.secret,
    revealWhen: draft.revealWhen,
  }
  const triggers = resolveTriggers(draft.triggers, entity.id, known, scope)
  const isRead = draft.functionsSound && draft.triggers.sound
  return { entity, triggers, sound, effectsSound: isRead && scope.reporter.errorCount() === errorsBefore }
}

/** Null for an entity without an id, or with the id of another one. */
function knownOf(draft: EntityDraft, scope: Scope): KnownEntity | null {
  const known = draft.id === null ? undefined : scope.entities.get(draft.id.value)
  return known?.entity === draft ? known : null
}

function resolveSpeaker({ topics }: SpeakerDraft, owner: KnownEntity, scope: Scope): Speaker {
  return {
    topics: topics.map(({ id, about, effects, ...topic }) => ({
      id: id.value,
      about: about.map(({ value }) => value),
      ...topic,
      effects: resolveEffects(effects, owner, scope),
    })),
  }
}

function resolveFunctions(owner: KnownEntity, scope: Scope): readonly GamebookFunction[] {
  return owner.entity.functions.map((draft) => resolveFunction(draft, owner, scope)).filter((tool) => tool !== null)
}

function resolveItem({ heldBy, portable }: ItemDraft, scope: Scope): Item {
  if (heldBy === null || heldBy.value === '') return { heldBy: null, portable }
  const holder = findEntity(heldBy, scope, withTrait('container', scope))
  return { heldBy: holder?.id.value ?? null, portable }
}
