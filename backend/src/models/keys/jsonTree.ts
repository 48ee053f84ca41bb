import { Json } from '../../json.ts'

export type JsonObject = Readonly<Record<string, Json>>

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields without a value are dropped. */
export function mapFields(object: JsonObject, toValue: (name: string, value: Json) => Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]): [string, Json][] => {
      const next = toValue(name, value)
      return next === undefined ? [] : [[name, next]]
    }),
  )
}

/** Items without a value are dropped. */
export function mapItems(
  list: readonly Json[],
  toValue: (value: Json, at: number) => Json | undefined,
): readonly Json[] {
  return list.flatMap((item, at): Json[] => {
    const next = toValue(item, at)
    return next === undefined ? [] : [next]
  })
}

/** The texts and numbers in a value, as texts. */
export function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (isList(value)) return value.flatMap(textsIn)
  return isObject(value) ? Object.values(value).flatMap(textsIn) : []
}

export const parseJson = (text: string): Json => Json.parse(JSON.parse(text))
