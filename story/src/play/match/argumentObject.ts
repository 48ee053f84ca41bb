import type { Json } from '../../json.ts'

type Arguments = Readonly<Record<string, Json>>

/** Arguments by the names of parameters, or the keys that name none. */
export type ArgumentObject =
  { readonly args: ReadonlyMap<string, Json>; readonly unknown: readonly [] } | { readonly unknown: readonly string[] }

/**
 * The arguments by the names of a function's parameters, where a model wrapped them in one more object, gave the only
 * one without its name, or gave one under a similar name such as `item_id`. Null if they are no object. What is given to a
 * function without parameters is ignored.
 */
export function toArguments(names: readonly string[], given: Json): ArgumentObject | null {
  if (names.length === 0) return { args: new Map(), unknown: [] }
  const object = toObject(names, given)
  if (object === null) return null
  const entries = Object.entries(unwrap(names, object))
  if (entries.length > MAX_KEYS) return { unknown: [] }
  const args = new Map(entries.filter(([key]) => names.includes(key)))
  const others = entries.filter(([key, value]) => !names.includes(key) && value !== null)
  for (const [key, value] of others) {
    const name = findRenamed(names, key, others.length)
    if (name === undefined || args.has(name)) return { unknown: others.map(([other]) => other) }
    args.set(name, value)
  }
  return { args, unknown: [] }
}

/** No function has so many parameters. */
const MAX_KEYS = 100

function toObject(names: readonly string[], given: Json): Arguments | null {
  if (isObject(given)) return given
  if (given === null) return {}
  const [only, ...further] = names
  return only === undefined || further.length > 0 || typeof given === 'object' ? null : { [only]: given }
}

/** `{"arguments": {"item": "lamp"}}` */
function unwrap(names: readonly string[], object: Arguments): Arguments {
  const [only, ...further] = Object.entries(object)
  if (only === undefined || further.length > 0 || names.includes(only[0])) return object
  const [key, inner] = only
  if (!isObject(inner)) return object
  return WRAPPERS.has(key) || Object.keys(inner).some((name) => names.includes(name)) ? inner : object
}

const WRAPPERS: ReadonlySet<string> = new Set(['arguments', 'args', 'parameters', 'params', 'input', 'properties'])

/** The parameter that a key means: the one with a similar name, or the only one if the key is a general word. */
function findRenamed(names: readonly string[], key: string, others: number): string | undefined {
  const similar = names.filter((name) => stem(name) === stem(key))
  if (similar.length === 1) return similar[0]
  return names.length === 1 && others === 1 && GENERAL.has(stem(key)) ? names[0] : undefined
}

const GENERAL: ReadonlySet<string> = new Set(
  'target destination direction location place node exit to item object thing entity id name value arg argument input'.split(
    ' ',
  ),
)

/** `itemId` and `item_name` as `item` */
function stem(name: string): string {
  const plain = name
    .slice(0, 64)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
  const ending = ENDINGS.find((end) => plain.length > end.length && plain.endsWith(end))
  return ending === undefined ? plain : plain.slice(0, -ending.length)
}

const ENDINGS = ['id', 'name']

/**
 * The value of one argument, where a model wrapped it: `{"id": "lamp"}`, `["lamp"]`. The value itself if it is no such
 * wrapper.
 */
export function unwrapValue(value: Json): Json {
  if (isList(value)) return value.length === 1 && isPlain(value[0]) ? value[0] : value
  if (!isObject(value)) return value
  const entries = Object.entries(value).slice(0, MAX_KEYS)
  const named = VALUE_KEYS.flatMap((key) => entries.filter(([name, inner]) => name === key && isPlain(inner)))
  const [, inner] = named[0] ?? (entries.length === 1 ? (entries[0] ?? []) : [])
  return isPlain(inner) ? inner : value
}

const VALUE_KEYS = ['id', 'entity_id', 'value', 'name', 'label']

function isPlain(value: Json | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json): value is Arguments {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
