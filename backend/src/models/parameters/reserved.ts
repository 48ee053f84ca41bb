/** Headers that carry keys or belong to the connection: a config can't change them. */
const HEADERS =
  /^(authorization|proxy-.*|x-api-key|x-goog-api-key|api-key|cookie|host|content-.*|connection|transfer-encoding|accept-encoding|te|trailer|upgrade|expect)$/i

export const isReservedHeader = (name: string): boolean => HEADERS.test(name)

/** Fields that the app itself sends. */
const FIELDS: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'input',
  'contents',
  'system',
  'instructions',
  'systemInstruction',
  'system_instruction',
  'tools',
  'tool_choice',
  'toolConfig',
  'tool_config',
  'stream',
  'n',
])

export const isReservedField = (name: string): boolean => FIELDS.has(name)
