/** Headers that carry keys or belong to the connection: a config can't change them. */
const HEADERS =
  /^(authorization|proxy-.*|x-api-key|x-goog-api-key|api-key|cookie|host|content-.*|connection|transfer-encoding|accept-encoding|keep-alive|te|trailer|upgrade|expect)$/i

export const isReservedHeader = (name: string): boolean => HEADERS.test(name)

/** Fields that the app itself sends, in any spelling. */
const FIELDS: ReadonlySet<string> = new Set([
  'model',
  'messages',
  'input',
  'contents',
  'system',
  'instructions',
  'systeminstruction',
  'tools',
  'toolchoice',
  'toolconfig',
  'stream',
  'n',
])

export const isReservedField = (name: string): boolean => FIELDS.has(name.toLowerCase().replaceAll(/[\s_-]/g, ''))
