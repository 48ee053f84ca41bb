/** An object of a response; nothing is known of its fields. */
export type Fields = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {})

/** The items of a list. A single object stands for a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return isObject(value) ? [value] : []
}

/** A text, also if it was sent as a number; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

/** A count, also if it was sent as text. */
export function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof count === 'number' && Number.isFinite(count) && count >= 0 ? count : undefined
}

/** The first of the values that is a text and not empty. */
export const firstText = (...values: readonly unknown[]): string => values.map(textOf).find((text) => text !== '') ?? ''
