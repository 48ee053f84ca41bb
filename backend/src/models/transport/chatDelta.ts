/** The text or reasoning that one event of a stream adds. */
export interface TextDelta {
  readonly type: 'text-delta' | 'reasoning-delta'
  readonly delta: string
}

/** Reads one server-sent event; undefined for an event that adds anything other than text. */
export type ReadDelta = (event: string) => TextDelta | undefined

/** Reads the events of OpenAI's chat completions, nearly all of which carry one word. */
export const readChatDelta: ReadDelta = (event) => {
  if (!event.startsWith(PREFIX)) return undefined
  const chunk = parseObject(event.slice(PREFIX.length))
  if (chunk === undefined || 'error' in chunk || chunk.usage != null) return undefined
  const choice = onlyOne(chunk.choices)
  if (!isObject(choice) || choice.finish_reason != null || !isObject(choice.delta)) return undefined
  return readText(choice.delta)
}

const PREFIX = 'data:'

/** The field that holds text, if it is the only one with a value. */
function readText(delta: Record<string, unknown>): TextDelta | undefined {
  let text: TextDelta | undefined
  for (const field in delta) {
    const value = delta[field]
    if (value === null || field === 'role' || (field === 'content' && value === '')) continue
    const type = TYPES.get(field)
    if (type === undefined || typeof value !== 'string' || value === '' || text !== undefined) return undefined
    text = { type, delta: value }
  }
  return text
}

const TYPES: ReadonlyMap<string, TextDelta['type']> = new Map([
  ['content', 'text-delta'],
  ['reasoning_content', 'reasoning-delta'],
  ['reasoning', 'reasoning-delta'],
])

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function onlyOne(list: unknown): unknown {
  return Array.isArray(list) && list.length === 1 ? list[0] : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
