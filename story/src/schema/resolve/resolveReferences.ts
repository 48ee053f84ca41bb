import type { Entity, EntityType, Gamebook } from '../../gamebook.ts'
import type { TypeDraft } from '../../reading/draft.ts'
import { resolveEntity } from './resolveEntity.ts'
import { resolveNodeType } from './resolveNodeType.ts'
import type { Scope } from './scope.ts'

export interface Resolution {
  /** As far as it could be resolved. */
  readonly gamebook: Gamebook
  /** The ids of graphs and nodes that lack nodes or edges because of faults that are reported. */
  readonly unsound: ReadonlySet<string>
}

/** Looks up every name that stands for something else, and reports those that lead nowhere. */
export function resolveReferences(scope: Scope): Resolution {
  const unsound = new Set<string>()
  const entityTypes = scope.draft.types.map((type) => resolveType(type, scope, unsound))
  const entities = entityTypes.flatMap((type) => type.entities)
  const { title, description, author, image, prompt } = scope.draft
  const gamebook = {
    title,
    description,
    author,
    image,
    prompt,
    entityTypes,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    functions: entities.flatMap((entity) => entity.functions),
  }
  return { gamebook, unsound }
}

function resolveType(type: TypeDraft, scope: Scope, unsound: Set<string>): EntityType {
  const nodeType = resolveNodeType(type, scope)
  const entities: Entity[] = []
  for (const draft of type.entities) {
    const { entity, sound } = resolveEntity(draft, type, nodeType, scope)
    if (entity !== null) entities.push(entity)
    if (!sound && draft.id !== null) unsound.add(draft.id.value)
  }
  const { name, instructions, hidden, traits, fields } = type
  return { id: type.id?.value ?? '', name, instructions, hidden, traits, fields, entities }
}
