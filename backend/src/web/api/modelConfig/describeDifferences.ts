import type { ModelConfig } from '../../../models/modelConfig.ts'
import type { ConfigFields } from './toConfigFields.ts'

/** The stored values of the fields in which two versions of a model config differ. */
export function describeDifferences(stored: ConfigFields, other: ConfigFields): Record<string, string> {
  const storedValues = new Map(Object.entries(flatten(stored)))
  const differing = Object.entries(flatten(other)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(storedValues.get(field)),
  )
  return Object.fromEntries(
    differing.map(([field]) => [field, `Changed elsewhere: ${describeValue(storedValues.get(field))}`]),
  )
}

type Flat = Omit<ConfigFields, 'parameters'> & ModelConfig['parameters']

function flatten({ parameters, ...fields }: ConfigFields): Flat {
  const { name, provider, modelName, baseUrl, exactAddress, inOnePiece, toolStyle, timeouts } = fields
  return { name, provider, modelName, baseUrl, exactAddress, inOnePiece, toolStyle, timeouts, ...parameters }
}

/** Objects are not shown, because values of headers may be secret. */
function describeValue(value: Flat[keyof Flat] | undefined): string {
  if (value === null || value === undefined) return 'it is empty now.'
  return typeof value === 'object' ? 'it has a different value now.' : `it is “${String(value)}” now.`
}
