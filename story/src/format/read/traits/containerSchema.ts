import { nullable, wholeNumber } from '../../cursor/readers.ts'
import { condition } from '../../cursor/readExpressions.ts'
import type { TraitSchema } from './traitSchema.ts'

export const containerSchema: TraitSchema = {
  name: 'container',
  read: (keys) => ({
    container: {
      capacity: keys.optional('capacity', nullable(wholeNumber), null),
      open: keys.optional('open', condition, null),
    },
  }),
}
