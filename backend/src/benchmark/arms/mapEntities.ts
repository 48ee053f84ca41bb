import type { Entity, Gamebook } from '@llm-gamebook/story'

/** The gamebook with other entities, which keep their ids. */
export function mapEntities(gamebook: Gamebook, change: (entity: Entity) => Entity): Gamebook {
  const entities = new Map([...gamebook.entities].map(([id, entity]) => [id, change(entity)]))
  return {
    ...gamebook,
    entities,
    entityTypes: gamebook.entityTypes.map((type) => ({
      ...type,
      entities: type.entities.map((entity) => entities.get(entity.id) ?? entity),
    })),
  }
}
