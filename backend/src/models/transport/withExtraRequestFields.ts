import type { Json } from '@llm-gamebook/story'

import { isReservedField, isReservedHeader } from '../parameters/reserved.ts'

export interface ExtraRequestFields {
  readonly extraHeaders: Readonly<Record<string, string>> | null
  readonly extraBody: Readonly<Record<string, Json>> | null
}

/** Adds the extra headers and fields of a config, and removes key headers without a key. */
export function withExtraRequestFields(
  inner: typeof fetch,
  { extraHeaders, extraBody }: ExtraRequestFields,
): typeof fetch {
  return async (input, init = {}) => {
    const headers = new Headers(init.headers)
    for (const name of KEY_HEADERS) if (isEmptyKey(headers.get(name))) headers.delete(name)
    for (const [name, value] of Object.entries(extraHeaders ?? {}))
      if (!isReservedHeader(name)) headers.set(name, value)
    const body = extraBody === null ? init.body : addToBody(init.body, extraBody)
    return inner(input, { ...init, headers, ...(body !== undefined && { body }) })
  }
}

const KEY_HEADERS = ['authorization', 'x-api-key', 'x-goog-api-key']

const isEmptyKey = (value: string | null): boolean => value !== null && /^(Bearer)?\s*$/i.test(value)

function addToBody(body: RequestInit['body'], extra: Readonly<Record<string, Json>>): RequestInit['body'] {
  if (typeof body !== 'string' || !body.startsWith('{')) return body
  const allowed = Object.entries(extra).filter(([name]) => !isReservedField(name))
  const sent: unknown = JSON.parse(body)
  return JSON.stringify({ ...Object(sent), ...Object.fromEntries(allowed) })
}
