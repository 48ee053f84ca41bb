import type { ModelConfig } from '../../../models/modelConfig.ts'
import type { ConfigFields } from './toConfigFields.ts'

/** How a stored model config differs from another version of it: by field, what it is now. */
export function describeDifferences(stored: ConfigFields, other: ConfigFields): Record<string, string> {
  const theirs = new Map(Object.entries(flatten(stored)))
  const differing = Object.entries(flatten(other)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(theirs.get(field)),
  )
  return Object.fromEntries(differing.map(([field]) => [field, `Changed elsewhere: ${toWords(theirs.get(field))}`]))
}

type Flat = Omit<ConfigFields, 'parameters'> & ModelConfig['parameters']

function flatten({ parameters, ...fields }: ConfigFields): Flat {
  const { name, provider, modelName, baseUrl, exactAddress, inOnePiece } = fields
  return { name, provider, modelName, baseUrl, exactAddress, inOnePiece, ...parameters }
}

/** Values of headers may be secrets. */
function toWords(value: Flat[keyof Flat] | undefined): string {
  if (value === null || value === undefined) return 'it is empty now.'
  return typeof value === 'object' ? 'it is another now.' : `it is “${String(value)}” now.`
}
