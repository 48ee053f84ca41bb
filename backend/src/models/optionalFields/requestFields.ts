import { isObject } from '../dialects/values.ts'

export type RequestFields = Readonly<Record<string, unknown>>

/** The parts of a request without which there is no answer. */
const NEEDED: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'input',
  'contents',
  'system',
  'systemInstruction',
  'instructions',
  'tools',
  'stream',
])
const NEEDED_IN_MESSAGES: ReadonlySet<string> = new Set(['role', 'content', 'parts', 'tool_calls', 'tool_call_id'])
/** Texts, calls and results, which are the story itself: only a mark of a prompt cache can be left out. */
const OPTIONAL_IN_CONTENT: ReadonlySet<string> = new Set(['cache_control'])
/** Makes sense only as a whole. */
const WHOLE: ReadonlySet<string> = new Set(['tool_choice', 'toolConfig'])
const NEEDED_IN_TOOLS: ReadonlySet<string> = new Set([
  'type',
  'function',
  'functionDeclarations',
  'name',
  'description',
  'parameters',
  'input_schema',
  'properties',
  'required',
  'items',
  'enum',
])

/** The names of all fields that a request can do without: its own, those in them, and those of messages and tools. */
export function listOptionalFields(request: RequestFields): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (level: RequestFields, needed?: ReadonlySet<string>): void => {
    for (const name of Object.keys(level)) if (needed?.has(name) !== true) names.add(name)
  }
  add(request, NEEDED)
  for (const [name, value] of Object.entries(request))
    if (!NEEDED.has(name) && !WHOLE.has(name) && isObject(value)) add(value)
  const { messages, tools } = request
  for (const message of objectsIn(messages)) {
    add(message, NEEDED_IN_MESSAGES)
    for (const part of objectsIn(message['content']))
      for (const name of Object.keys(part)) if (OPTIONAL_IN_CONTENT.has(name)) names.add(name)
  }
  mapTools(tools, (level) => {
    add(level, NEEDED_IN_TOOLS)
    return level
  })
  return names
}

/** The request without the named fields, wherever they are. */
export function withoutFields(request: RequestFields, names: ReadonlySet<string>): RequestFields {
  if (names.size === 0) return request
  const drop = (level: RequestFields): RequestFields =>
    Object.fromEntries(Object.entries(level).filter(([name]) => !names.has(name)))
  const fields = Object.entries(drop(request)).map(([name, value]): readonly [string, unknown] => {
    if (name === 'tools') return [name, mapTools(value, drop)]
    if (name === 'messages' && Array.isArray(value)) return [name, value.map((message) => dropInMessage(message, drop))]
    return [name, isObject(value) && !NEEDED.has(name) && !WHOLE.has(name) ? drop(value) : value]
  })
  return Object.fromEntries(fields.filter(([name, value]) => !isEmptied(value, request[name])))
}

function dropInMessage(message: unknown, drop: (level: RequestFields) => RequestFields): unknown {
  if (!isObject(message)) return message
  const { content } = message
  const parts = Array.isArray(content) ? content.map((part: unknown) => (isObject(part) ? drop(part) : part)) : content
  return drop('content' in message ? { ...message, content: parts } : message)
}

const objectsIn = (value: unknown): readonly RequestFields[] => (Array.isArray(value) ? value.filter(isObject) : [])

const isEmptied = (value: unknown, before: unknown): boolean =>
  isObject(value) && isObject(before) && Object.keys(value).length === 0 && Object.keys(before).length > 0

/** Changes each level of the tools and their schemas. The names below `properties` are an author's own. */
function mapTools(value: unknown, change: (level: RequestFields) => RequestFields): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapTools(item, change))
  if (!isObject(value)) return value
  const inner = Object.entries(change(value)).map(([name, field]) => [
    name,
    name === 'properties' && isObject(field)
      ? Object.fromEntries(Object.entries(field).map(([key, schema]) => [key, mapTools(schema, change)]))
      : mapTools(field, change),
  ])
  return Object.fromEntries(inner)
}
