import type { FieldOf } from '../../expressions/traitFields.ts'
import { readCondition } from '../../state/readCondition.ts'
import { readEntity } from '../../state/readEntity.ts'
import type { TraitReader } from '../../state/traitReader.ts'
import { holderId } from './holder.ts'

export const itemReaders: Record<FieldOf<'item'>, TraitReader> = {
  held_by: (world, entity) => entity.item && holderId(world, entity),
  holder: (world, entity) => entity.item && readEntity(world, holderId(world, entity)),
  portable: (world, { id, item }) => item && readCondition(world, id, 'portable', item.portable),
}
