import { located, nullable } from '../../reading/readers.ts'
import { condition } from '../../reading/readExpressions.ts'
import { stateText } from '../../reading/stateText.ts'
import type { TraitSchema } from '../../reading/traitSchema.ts'

export const itemSchema: TraitSchema = {
  name: 'item',
  entityKeys: ['held_by', 'portable'],
  read: (keys) => ({
    item: {
      heldBy: keys.optional('held_by', nullable(located(stateText)), null),
      portable: keys.optional('portable', condition, null),
    },
  }),
}
