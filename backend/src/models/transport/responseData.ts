import { ProviderStreamError } from './providerStreamError.ts'
import type { EventData } from './normalizeResponses.ts'

/** Throws an error that a server or router reports in a form that the packages would treat as a broken chunk. */
export function throwBareError(event: EventData): void {
  const { choices, type, error, object, message, detail } = event
  if (Array.isArray(choices) || (typeof type === 'string' && type.startsWith('response.'))) return
  const isError = isObject(error) || [error, message, detail].some((words) => typeof words === 'string')
  if (isError || object === 'error') throw new ProviderStreamError(200, JSON.stringify(event))
}

export function withoutError(answer: EventData): EventData {
  throwBareError(answer)
  return answer
}

/** Removes empty fields at every depth. */
export function withoutNulls(event: EventData): EventData {
  const set = Object.entries(event).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(set.map(([name, value]) => [name, withoutInnerNulls(value)]))
}

function withoutInnerNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutInnerNulls)
  return isObject(value) ? withoutNulls(value) : value
}

export const onlyOf = (list: unknown, types: ReadonlySet<string>): unknown =>
  Array.isArray(list) ? list.filter((item) => types.has(typeOf(item))) : list

export const typeOf = (value: unknown): string =>
  isObject(value) && typeof value['type'] === 'string' ? value['type'] : ''

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
