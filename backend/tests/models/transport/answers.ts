const chunk = (fields: object): string =>
  `data: ${JSON.stringify({ id: 'c1', created: 1, model: 'quill-1', ...fields })}\n\n`
const choice = (delta: object, finish_reason: string | null = null): string =>
  chunk({ choices: [{ index: 0, delta, finish_reason }] })

/** One word of an answer, as OpenAI's chat completions send it. */
export const word = (text: string, field = 'content'): string => choice({ [field]: text })

const words = (text: string, field?: string): string[] => text.split(/(?<= )/).map((each) => word(each, field))
const call = (fields: object): string => choice({ tool_calls: [{ index: 0, ...fields }] })
const OPENING = choice({ role: 'assistant', content: '' })
const USAGE = chunk({ choices: [], usage: { prompt_tokens: 3, completion_tokens: 9, total_tokens: 12 } })
const DONE = 'data: [DONE]\n\n'
const end = (reason: string): string[] => [choice({}, reason), USAGE, DONE]

/** What a router sends to keep the connection alive. */
export const COMMENT = ': PROCESSING\n\n'

/** Whole answers, event by event. */
export const ANSWERS = {
  'plain text': [OPENING, ...words('The lantern gutters — “hush”, says the 🐉. \\n "So?" '), ...end('stop')],
  'thoughts before text': [
    OPENING,
    ...words('Is it dark? It is. ', 'reasoning_content'),
    ...words('It is dark. '),
    ...end('stop'),
  ],
  'thoughts between text': [
    OPENING,
    ...words('One. '),
    ...words('Hm, hm. ', 'reasoning'),
    ...words('Two, three. '),
    ...end('stop'),
  ],
  'a tool call': [
    OPENING,
    ...words('You go. '),
    call({ id: 'call_1', type: 'function', function: { name: 'move', arguments: '' } }),
    call({ function: { arguments: '{"to":' } }),
    ...words('Or not. '),
    call({ function: { arguments: '"cellar"}' } }),
    ...end('tool_calls'),
  ],
  'thoughts around a tool call': [
    OPENING,
    ...words('Hm, hm. ', 'reasoning'),
    call({ id: 'call_1', type: 'function', function: { name: 'move', arguments: '{}' } }),
    ...words('Hm, hm. ', 'reasoning'),
    ...end('tool_calls'),
  ],
  'an event of several lines': [
    OPENING,
    ...words('One two '),
    'data: {"choices":\n',
    ...words('three four '),
    ...end('stop'),
  ],
  'a refusal': [OPENING, ...words('I will '), choice({ refusal: 'not.' }), ...words('Sorry. '), ...end('stop')],
  'an error in the middle': [
    OPENING,
    ...words('One two '),
    'data: {"error":{"message":"overloaded"}}\n\n',
    ...words('three '),
  ],
  'a broken event': [
    OPENING,
    ...words('One two '),
    'data: {"choices":[{"delta":{"content":"bro\n\n',
    ...words('three '),
    ...end('stop'),
  ],
  'comments and names': [
    COMMENT,
    OPENING,
    ...words('One '),
    COMMENT,
    ...words('two '),
    `event: x\nid: 1\n${word('three ')}`,
    ...words('four '),
    ...end('stop'),
  ],
  'carriage returns': [OPENING, ...words('One two three '), ...end('stop')].map((event) =>
    event.replaceAll('\n', '\r\n'),
  ),
  'an early end': [OPENING, ...words('One two three ')],
  'the last word beside the finish': [
    OPENING,
    ...words('One two '),
    choice({ content: 'three' }, 'length'),
    USAGE,
    DONE,
  ],
} satisfies Record<string, string[]>
