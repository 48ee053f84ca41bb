import { nullable, wholeNumber } from '../../reading/readers.ts'
import { condition } from '../../reading/readExpressions.ts'
import type { TraitSchema } from '../../reading/traitSchema.ts'

export const containerSchema: TraitSchema = {
  name: 'container',
  entityKeys: ['capacity', 'open'],
  read: (keys) => ({
    container: {
      capacity: keys.optional('capacity', nullable(wholeNumber), null),
      open: keys.optional('open', condition, null),
    },
  }),
}
