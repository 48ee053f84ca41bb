import type { Entity, EntityType, Gamebook, Trigger } from '../../gamebook/gamebook.ts'
import type { TypeDraft } from '../read/draft.ts'
import { builtInFunctions } from './builtInFunctions.ts'
import { resolveEntity } from './resolveEntity.ts'
import { resolveImprovisation } from './resolveImprovisation.ts'
import { resolveFields } from './resolveFields.ts'
import { resolveNodeType } from './resolveNodeType.ts'
import { resolveTriggers } from './resolveTriggers.ts'
import type { KnownEntity, Scope } from './scope.ts'

export interface Resolution {
  /** As far as it could be resolved. */
  readonly gamebook: Gamebook
  /** The ids of graphs and nodes that lack nodes or edges because of faults that are reported. */
  readonly unsound: ReadonlySet<string>
  /** False where effects are missing because of faults that are reported. */
  readonly effectsSound: boolean
}

/** Resolves every reference, and reports those without a target. */
export function resolveReferences(scope: Scope, countedGraphs: Gamebook['countedGraphs']): Resolution {
  const unsound = new Set<string>()
  const resolved = scope.draft.types.map((type) => resolveType(type, scope, unsound))
  const entityTypes = resolved.map(({ type }) => type)
  const entities = entityTypes.flatMap((type) => type.entities)
  const { types: _types, complete: _complete, improvisation, ...project } = scope.draft
  const rules = { ...project, improvisation: resolveImprovisation(improvisation, scope) }
  const functions = entities.flatMap((entity) => entity.functions)
  const gamebook = {
    ...rules,
    entityTypes,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    functions: [...functions, ...builtInFunctions({ ...rules, functions, entities })],
    triggers: resolved.flatMap(({ triggers }) => triggers),
    countedGraphs,
  }
  return { gamebook, unsound, effectsSound: resolved.every((type) => type.effectsSound) }
}

interface ResolvedType {
  readonly type: EntityType
  /** Its own before those of its entities. */
  readonly triggers: readonly Trigger[]
  readonly effectsSound: boolean
}

function resolveType(draft: TypeDraft, scope: Scope, unsound: Set<string>): ResolvedType {
  const nodeType = resolveNodeType(draft, scope)
  const { name, instructions, hidden, traits } = draft
  const id = draft.id?.value ?? ''
  const fields = resolveFields(draft.fields, scope)
  const errorsBefore = scope.reporter.errorCount()
  const triggers = [...resolveTriggers(draft.triggers, id, onlyEntity(draft, scope), scope)]
  let effectsSound = draft.triggers.sound && scope.reporter.errorCount() === errorsBefore
  const entities: Entity[] = []
  for (const entityDraft of draft.entities) {
    const resolved = resolveEntity(entityDraft, draft, nodeType, scope)
    if (resolved.entity !== null) entities.push(resolved.entity)
    triggers.push(...resolved.triggers)
    effectsSound &&= resolved.effectsSound
    if (!resolved.sound && entityDraft.id !== null) unsound.add(entityDraft.id.value)
  }
  return { type: { id, name, instructions, hidden, traits, fields, entities }, triggers, effectsSound }
}

/** The owner of the type's own triggers. */
function onlyEntity({ entities: [entity, ...others] }: TypeDraft, scope: Scope): KnownEntity | null {
  return (others.length === 0 && scope.entities.get(entity?.id?.value ?? '')) || null
}
