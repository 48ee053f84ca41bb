import type { SentTool } from './parsedPiece.ts'

/** What a marker in the text of a model begins or ends. */
export type Marker =
  | { readonly kind: 'thinking'; readonly ends: readonly string[] }
  | { readonly kind: 'thinking-end' }
  /** Markup of a call up to one of its ends; `before` belongs to it. */
  | { readonly kind: 'call'; readonly ends: readonly string[]; readonly before: string }
  /** The next value or line is a call. */
  | { readonly kind: 'call-next' }
  /** What another speaker says, up to one of the ends. */
  | { readonly kind: 'other-speaker'; readonly ends: readonly string[] }
  /** The end of what a speaker says. */
  | { readonly kind: 'end-of-message' }
  /** A control token that means nothing in a story. */
  | { readonly kind: 'token' }

export const THINKING_ENDS = [
  '</think>',
  '</thinking>',
  '</THINK>',
  '</THINKING>',
  '</thought>',
  '</thoughts>',
  '</reasoning>',
  '</seed:think>',
  '[/THINK]',
  '◁/think▷',
  '<|end_of_thought|>',
  '<|END_THINKING|>',
]
/** gpt-oss ends each channel with a token, or with the next one. */
const CHANNEL_ENDS = ['<|end|>', '<|call|>', '<|return|>', '<|start|>', '<|channel|>']
const THINKING_STARTS = ['<|begin_of_thought|>', '<|START_THINKING|>', '[THINK]', '◁think▷']
const THINKING_TAG = /^<(?:think|thinking|thought|thoughts|reasoning|seed:think)>$/i

/** Pairs around the markup of a call. */
const CALL_PAIRS: readonly (readonly [string, readonly string[]])[] = [
  ['<|tool_call|>', ['<|/tool_call|>', '<|end|>', '<|tool_call_end|>']],
  ['<|tool_call_start|>', ['<|tool_call_end|>']],
  ['<|START_ACTION|>', ['<|END_ACTION|>']],
  ['<|action_start|>', ['<|action_end|>']],
  ['<|tool_calls_section_begin|>', ['<|tool_calls_section_end|>']],
  ['<|tool_call_begin|>', ['<|tool_call_end|>']],
  ['<｜tool▁calls▁begin｜>', ['<｜tool▁calls▁end｜>']],
  ['<｜tool▁call▁begin｜>', ['<｜tool▁call▁end｜>']],
  ['<|tool▁calls▁begin|>', ['<|tool▁calls▁end|>']],
  ['<|tool▁call▁begin|>', ['<|tool▁call▁end|>']],
  ['<|tool_calls_begin|>', ['<|tool_calls_end|>']],
  ['[TOOL_CALL]', ['[/TOOL_CALL]']],
  ['[TOOL_REQUEST]', ['[END_TOOL_REQUEST]']],
]
const CALL_TAG = /^<((?:minimax:)?(?:tool_calls?|toolcalls?|function_calls?|functioncalls?|tool_use|tool_code))>$/i
const NAMED_CALL_TAG = /^<(function|invoke|tool_call|tool)(?:=|\s{1,9}name\s{0,9}=)[^<>]{1,100}>$/i
/** Ends of a call that a marker without an end begins. */
export const LINE_ENDS = ['<|eom_id|>', '<|eot_id|>', '<|im_end|>', '</s>']
/** An end that begins what follows. */
export const CHANNEL_STARTS = ['<|start|>', '<|channel|>']
const CALL_STARTS = ['<|python_tag|>', '[TOOL_CALLS]']
const SQUARE_TOKENS = ['[INST]', '[/INST]', '[ARGS]', '[/TOOL_CALLS]', '[/TOOL_CALL]', '[END_TOOL_REQUEST]', '[SYS]']
const ANGLE_TOKEN =
  /^<(?:\/?s|\/?(?:bos|eos|pad|unk)|(?:start|end)_of_turn|end_of_utterance|\/?(?:tool_calls?|function_calls?|function|invoke|parameter|tool_use|tool_code|answer|final|minimax:tool_call))>$/i
const PIPE_TOKEN = /^<[|｜][^|｜<>\n]{1,48}[|｜]>$/
/** Tokens that name the next speaker. */
const SPEAKER_STARTS = ['<|im_start|>', '<|start_header_id|>', '<start_of_turn>', '<|start|>']
const OTHER_SPEAKERS = ['user', 'system', 'tool', 'human', 'player']
const SPEAKERS = [...OTHER_SPEAKERS, 'assistant', 'model', 'narrator', 'developer', 'ipython']

/** Markers in square brackets or triangles, in full. */
export const LITERAL_MARKERS = [
  ...THINKING_STARTS.filter((marker) => !marker.startsWith('<')),
  ...THINKING_ENDS.filter((marker) => !marker.startsWith('<')),
  ...CALL_PAIRS.map(([start]) => start).filter((marker) => !marker.startsWith('<')),
  ...CALL_STARTS.filter((marker) => !marker.startsWith('<')),
  ...SQUARE_TOKENS,
]

/** Names of tags that may mean something, for a tag of which only the beginning is there. */
const TAG_NAMES = [
  ...['think', 'thinking', 'thought', 'thoughts', 'reasoning', 'seed:think', 'tool_call', 'tool_calls', 'toolcall'],
  ...[
    'toolcalls',
    'functioncall',
    'functioncalls',
    'function_call',
    'function_calls',
    'tool_use',
    'tool_code',
    'function',
    'invoke',
    'parameter',
  ],
  ...['s', 'bos', 'eos', 'pad', 'unk', 'start_of_turn', 'end_of_turn', 'end_of_utterance', 'tool', 'answer', 'final'],
  'minimax:tool_call',
]

/** Whether what stands between `<` and the end of the text may become a marker. */
export function mayBeTag(inside: string, tools: readonly SentTool[]): boolean {
  if (inside === '' || inside === '/' || /^[|｜]/.test(inside)) return true
  const [, name = '', rest = ''] = /^\/?([\w:]{0,60})([^]*)$/.exec(inside) ?? []
  const folded = name.toLowerCase()
  const names = [...TAG_NAMES, ...tools.map((tool) => tool.name.toLowerCase())]
  return rest === '' ? names.some((known) => known.startsWith(folded)) : names.includes(folded) && /^[\s=/]/.test(rest)
}

/** What a whole marker means; undefined for any other tag. */
export function readMarker(marker: string, tools: readonly SentTool[]): Marker | undefined {
  if (THINKING_TAG.test(marker) || THINKING_STARTS.includes(marker)) return { kind: 'thinking', ends: THINKING_ENDS }
  if (THINKING_ENDS.includes(marker.toLowerCase()) || THINKING_ENDS.includes(marker)) return { kind: 'thinking-end' }
  const pair = CALL_PAIRS.find(([start]) => start === marker)
  if (pair !== undefined) return { kind: 'call', ends: pair[1], before: '' }
  if (marker === '<|im_end|>') return { kind: 'end-of-message' }
  if (CALL_STARTS.includes(marker)) return { kind: 'call-next' }
  const tag = CALL_TAG.exec(marker)?.[1]
  if (tag !== undefined) return { kind: 'call', ends: [`</${tag}>`], before: '' }
  const named = NAMED_CALL_TAG.exec(marker)?.[1]
  if (named !== undefined) return { kind: 'call', ends: [`</${named}>`], before: marker }
  if (ANGLE_TOKEN.test(marker) || PIPE_TOKEN.test(marker) || SQUARE_TOKENS.includes(marker)) return { kind: 'token' }
  return readToolTag(marker, tools)
}

/** Cline's form: the name of the function is the tag. */
function readToolTag(marker: string, tools: readonly SentTool[]): Marker | undefined {
  const name = /^<([\w-]{1,60})>$/.exec(marker)?.[1]
  if (name === undefined || !tools.some((tool) => tool.name === name)) return undefined
  return { kind: 'call', ends: [`</${name}>`], before: `<function=${name}>` }
}

export const isSpeakerStart = (marker: string): boolean => SPEAKER_STARTS.includes(marker)

/** The speaker that is named at the beginning of a text, after a token that announces one. */
export function readSpeaker(
  text: string,
  isEnd: boolean,
): { readonly length: number; readonly isOther: boolean } | 'more' {
  const [word = ''] = /^[a-z]{0,12}/i.exec(text) ?? []
  if (word.length === text.length && !isEnd && SPEAKERS.some((known) => known.startsWith(word.toLowerCase())))
    return 'more'
  const isSpeaker = SPEAKERS.includes(word.toLowerCase())
  return { length: isSpeaker ? word.length : 0, isOther: OTHER_SPEAKERS.includes(word.toLowerCase()) }
}

export const OTHER_SPEAKER_ENDS = ['<|im_start|>assistant', '<start_of_turn>model', '<|start_header_id|>assistant']

/** The header of a channel of gpt-oss up to its message. */
export function readChannel(header: string): Marker {
  const name = /\bto=([\w.-]{1,100})/.exec(header)?.[1]
  if (name !== undefined) return { kind: 'call', ends: CHANNEL_ENDS, before: `${name}\n` }
  return /analysis/.test(header) ? { kind: 'thinking', ends: CHANNEL_ENDS } : { kind: 'token' }
}
