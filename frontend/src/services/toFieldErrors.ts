import type { SerializedError } from '@reduxjs/toolkit'
import type { FetchBaseQueryError } from '@reduxjs/toolkit/query'

/** The server's validation messages by field. A message about a part of a field belongs to the field. */
export function toFieldErrors(error: FetchBaseQueryError | SerializedError): Readonly<Record<string, string>> {
  const errors: unknown = 'data' in error && isObject(error.data) ? Reflect.get(error.data, 'errors') : undefined
  if (!isObject(errors)) return {}
  const found: Record<string, string> = {}
  for (const [path, message] of Object.entries(errors)) {
    const [field = path, ...part] = path.split('.')
    if (typeof message === 'string') found[field] ??= part.length === 0 ? message : `${part.join('.')}: ${message}`
  }
  return found
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
