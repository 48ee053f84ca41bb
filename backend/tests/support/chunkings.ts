/** Other forms in which a stream says the same: what standards allow, and what servers and proxies in between do. */
export type Chunking = (pieces: readonly string[]) => readonly string[]

const lines = (text: string): readonly string[] => text.split('\n')

/** A change of each line of data, one JSON object. */
const eachObject =
  (change: (object: Record<string, unknown>) => unknown): Chunking =>
  (pieces) =>
    pieces.map((piece) =>
      lines(piece)
        .map((line) => changeLine(line, change))
        .join('\n'),
    )

function changeLine(line: string, change: (object: Record<string, unknown>) => unknown): string {
  const [, mark = '', json = ''] = /^(data: ?)?(\{.*\})\r?$/.exec(line) ?? []
  return json === '' ? line : `${mark}${JSON.stringify(change(JSON.parse(json)))}`
}

/** Of server-sent events. */
export const eventForms: Readonly<Record<string, Chunking>> = {
  'with the line ends of Windows': (pieces) => pieces.map((piece) => piece.replaceAll('\n', '\r\n')),
  'with comments between its events': (pieces) => pieces.flatMap((piece) => [': keep-alive\n\n', piece]),
  'without a space after the colon': (pieces) => pieces.map((piece) => piece.replaceAll(/^(data|event): /gm, '$1:')),
  'with ids and pauses for who comes again': (pieces) =>
    pieces.map((piece, index) => `id: ${index}\nretry: 3000\n${piece}`),
  'with empty lines between its events': (pieces) => pieces.map((piece) => `\n${piece}\n\n`),
  'in one piece': (pieces) => [pieces.join('')],
  'with a mark of its encoding': (pieces) => [`\uFEFF${pieces.join('')}`],
  'with fields that nobody knows': eachObject((object) => ({
    ...object,
    x_new: { deep: [1, null] },
    obfuscation: 'aZ',
  })),
  'with its keys in another order': eachObject((object) => Object.fromEntries(Object.entries(object).reverse())),
  'with letters written as escapes': (pieces) =>
    pieces.map((piece) =>
      piece.replaceAll(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
}

/** Of JSON lines. */
export const lineForms: Readonly<Record<string, Chunking>> = {
  'with the line ends of Windows': (pieces) => pieces.map((piece) => piece.replaceAll('\n', '\r\n')),
  'with empty lines': (pieces) => pieces.map((piece) => `\n${piece}\n`),
  'in one piece': (pieces) => [pieces.join('')],
  'without a last line end': (pieces) => [pieces.join('').trimEnd()],
  'with fields that nobody knows': eachObject((object) => ({ ...object, x_new: { deep: [1, null] } })),
}

/** An event of a type that is newer than the app, before and between the others. */
export const newEvent: Chunking = (pieces) =>
  pieces.flatMap((piece, index) =>
    index % 3 === 1 ? ['event: brand_new\ndata: {"type":"brand_new","value":{"a":1}}\n\n', piece] : [piece],
  )

/** Chunks of chat completions that add nothing: without choices, and with an empty one. */
export const emptyChunks: Chunking = (pieces) => {
  const chunk = (choices: string) =>
    `data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":${choices}}\n\n`
  const [first = '', ...rest] = pieces
  return [
    first,
    chunk('[]'),
    chunk('[{"index":0,"delta":{}}]'),
    chunk('[{"index":0,"delta":{"content":""},"finish_reason":null}]'),
    ...rest,
  ]
}
