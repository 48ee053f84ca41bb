import type { Text } from '../../../expressions/expression.ts'
import { condition, dynamicText } from '../../cursor/readExpressions.ts'
import type { TraitSchema } from './traitSchema.ts'

export const describedSchema: TraitSchema = {
  name: 'described',
  read: (keys) => ({
    described: {
      name: keys.required('name', dynamicText) ?? NOTHING,
      description: keys.required('description', dynamicText) ?? NOTHING,
      enabled: keys.optional('enabled', condition, null),
    },
  }),
}

const NOTHING: Text = { kind: 'constant', text: '' }
