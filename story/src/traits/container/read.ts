import type { FieldOf } from '../../expressions/traitFields.ts'
import { readCondition } from '../../state/readCondition.ts'
import type { TraitReader } from '../../state/traitReader.ts'
import { itemsIn } from './itemsIn.ts'

export const containerReaders: Record<FieldOf<'container'>, TraitReader> = {
  capacity: (_, { container }) => container?.capacity,
  open: (world, { id, container }) => container && readCondition(world, id, 'open', container.open),
  items: (world, { id, container }) => container && itemsIn(world, id).map((item) => item.id),
}
