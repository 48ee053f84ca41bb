import type { FieldOf } from '../../expressions/traitFields.ts'
import { readCondition } from '../../state/readCondition.ts'
import type { TraitReader } from '../../state/traitReader.ts'
import type { World } from '../../state/world.ts'
import { holderId } from '../item/holder.ts'

export const containerReaders: Record<FieldOf<'container'>, TraitReader> = {
  capacity: (_, { container }) => container?.capacity,
  open: (world, { id, container }) => container && readCondition(world, id, 'open', container.open),
  items: (world, { id, container }) => container && itemsIn(world, id),
}

/** In the order of the file. */
function itemsIn(world: World, containerId: string): readonly string[] {
  const entities = [...world.gamebook.entities.values()]
  return entities.filter((entity) => holderId(world, entity) === containerId).map((entity) => entity.id)
}
