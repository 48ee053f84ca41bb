import { located, nullable } from '../../cursor/readers.ts'
import { condition } from '../../cursor/readExpressions.ts'
import { stateText } from '../../cursor/stateText.ts'
import type { TraitSchema } from './traitSchema.ts'

export const itemSchema: TraitSchema = {
  name: 'item',
  read: (keys) => ({
    item: {
      heldBy: keys.optional('held_by', nullable(located(stateText)), null),
      portable: keys.optional('portable', condition, null),
    },
  }),
}
