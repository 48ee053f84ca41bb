import { Computed } from '../../expressions/expression.ts'

/** A text that two parts of a gamebook share if the author wrote the same, wherever it is in the file. */
export function fingerprint(part: unknown): string {
  return JSON.stringify(part, (_, value: unknown) => {
    if (value instanceof Map) return [...value]
    if (value instanceof Computed) return { computed: value.expression.source }
    return isExpression(value) ? { source: value.source } : value
  })
}

/** Conditions and expressions keep their source. */
function isExpression(value: unknown): value is { readonly source: unknown } {
  return typeof value === 'object' && value !== null && 'source' in value && ('terms' in value || 'root' in value)
}
