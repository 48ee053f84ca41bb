import { expect, it } from 'vitest'

import { parameterLabels } from '../../backend/src/models/parameters/parameterLabels.ts'
import { parameterFields } from '../../frontend/src/components/models/form/parameterFields.ts'

it('the server names each parameter as the form does', () => {
  const labels = Object.entries(parameterFields).map(([parameter, { label }]) => [parameter, label])
  expect(parameterLabels).toEqual(Object.fromEntries(labels))
})
