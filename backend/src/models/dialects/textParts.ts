import { isObject, listOf, textOf } from './values.ts'

/** A piece of an answer that its reader sees. */
export interface TextPart {
  readonly type: 'text' | 'reasoning'
  readonly text: string
}

/** Parts whose text is said; a part without a type is one of them. */
const SPOKEN: ReadonlySet<string> = new Set(['', 'text', 'output_text', 'input_text', 'refusal'])
const THOUGHT: ReadonlySet<string> = new Set([
  'thinking',
  'reasoning',
  'reasoning_text',
  'reasoning.text',
  'reasoning.summary',
  'summary_text',
  'thought',
])
const MAX_DEPTH = 8

/** The text and reasoning in content: a text, a part with a text, or a list of both. Other parts are left out. */
export function readTextParts(content: unknown, type: TextPart['type'] = 'text', depth = 0): readonly TextPart[] {
  if (typeof content === 'string' || typeof content === 'number') return partOf(type, textOf(content))
  if (depth > MAX_DEPTH) return []
  if (Array.isArray(content)) return joinParts(content.flatMap((part) => readTextParts(part, type, depth + 1)))
  if (!isObject(content)) return []
  const kind = textOf(content['type'])
  if (THOUGHT.has(kind)) return readInner(content, 'reasoning', depth)
  return SPOKEN.has(kind) ? readInner(content, content['thought'] === true ? 'reasoning' : type, depth) : []
}

/** The fields of a part that may hold its text, by precedence. */
const INNER = ['text', 'thinking', 'reasoning', 'summary', 'content', 'refusal', 'parts'] as const

function readInner(
  part: Readonly<Record<string, unknown>>,
  type: TextPart['type'],
  depth: number,
): readonly TextPart[] {
  for (const name of INNER) {
    const words = readTextParts(part[name], type, depth + 1)
    if (words.length > 0) return words
  }
  return []
}

/** The whole text of one type. */
export const textIn = (words: readonly TextPart[], type: TextPart['type']): string =>
  words.map((each) => (each.type === type ? each.text : '')).join('')

/** The words of a list of contents or parts, all of one type. */
export const flatText = (content: unknown): string =>
  listOf(content).length === 0
    ? textOf(content)
    : readTextParts(content)
        .map(({ text }) => text)
        .join('')

const partOf = (type: TextPart['type'], text: string): readonly TextPart[] => (text === '' ? [] : [{ type, text }])

/** Joins neighbors of one type. */
function joinParts(words: readonly TextPart[]): readonly TextPart[] {
  const joined: { type: TextPart['type']; texts: string[] }[] = []
  for (const { type, text } of words) {
    const last = joined.at(-1)
    if (last?.type === type) last.texts.push(text)
    else joined.push({ type, texts: [text] })
  }
  return joined.map(({ type, texts }) => ({ type, text: texts.join('') }))
}
