import { allKeys, argumentKeys, textKeys } from '../../keys/allKeys.ts'
import { KEYS_WITH_KEYS } from './keyLines.ts'
import { isBlank, readEntry } from './lineEntry.ts'
import { blankOut, findValues, type WrittenValue } from './lineValues.ts'
import type { Repair } from './repair.ts'
import type { Detector, Suspects } from './suspects.ts'

/** Texts without quotes that contain, or start with, something that means something to YAML. */
export const plainTextRepairs: Detector = function* (suspects) {
  for (const line of suspects.near) {
    for (const value of findValues(suspects.lines, line)) {
      if (value.text.startsWith('"') || value.text.startsWith("'")) continue
      yield* colonRepairs(value, suspects)
      yield* hashRepairs(value, suspects)
      yield* firstCharacterRepairs(value, suspects)
    }
  }
}

const IN_QUOTES = 'Put the whole text in double quotes: "…".'
const OR_BLOCK = 'Or write ">-" after the key and the text on the next line, indented further.'

function quotesHint({ isInFlow, text }: WrittenValue): string {
  const quotes = text.includes('"')
    ? "Put the whole text in single quotes: '…'. Double each apostrophe in it."
    : IN_QUOTES
  return isInFlow ? quotes : `${quotes} ${OR_BLOCK}`
}

function* colonRepairs(value: WrittenValue, { lines }: Suspects): Iterable<Repair> {
  const { text, start, key } = value
  const at = findColon(text)
  if (at === -1 || STARTS_FLOW.test(text)) return
  const word = wordBefore(text, at)
  const edits = blankOut(value, lines)
  if (value.isInFlow && (allKeys.has(word) || argumentKeys.has(word)) && /\s/.test(text.charAt(at - word.length - 1))) {
    const missing = start + at - word.length
    yield {
      offset: missing,
      message: `A comma is missing before "${word}".`,
      hint: `Type a comma after the value before it: "…, ${word}: …".`,
      edits,
      cost: 0.9,
    }
    return
  }
  const isOnKeyLine = !text.slice(0, at).includes('\n')
  const further = isOnKeyLine
    ? null
    : lines.slice(value.line.index + 1, value.lastLine + 1).find((line) => looksLikeKey(line))
  yield {
    offset: start + at,
    message: `The colon after ${JSON.stringify(lastWords(text.slice(0, at)))} would start a new key, because this text has no quotes.`,
    hint: isOnKeyLine && key !== null && KEYS_WITH_KEYS.has(key) ? bracesHint(text) : quotesHint(value),
    edits,
    cost: further === undefined || further === null ? (key === null ? 2 : 1) : 3,
  }
}

function bracesHint(text: string): string {
  return `Put braces around it: {${text.split('\n', 1)[0] ?? ''}}. Or write it on the next line, indented further than its key.`
}

function looksLikeKey(line: Suspects['problemLine']): boolean {
  const { key, dashes } = readEntry(line)
  return key !== null && (dashes > 0 || /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(key))
}

function wordBefore(text: string, end: number): string {
  let start = end
  while (start > 0 && /[\w-]/.test(text.charAt(start - 1))) start -= 1
  return text.slice(start, end)
}

function lastWords(text: string): string {
  const words = text.slice(-40).split(/\s+/)
  return words.slice(-2).join(' ')
}

/** A colon that white space follows. */
function findColon(text: string): number {
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    if (isBlank(text, at + 1) || text.charAt(at + 1) === '\n') return at
  }
  return -1
}

const STARTS_FLOW = /^[[{]/

function* hashRepairs(value: WrittenValue, { lines }: Suspects): Iterable<Repair> {
  const at = value.text.search(/[ \n]#/)
  if (at === -1) return
  yield {
    offset: value.start + at + 1,
    message: 'The "#" after a space starts a comment: the text ends before it.',
    hint: quotesHint(value),
    edits: blankOut(value, lines),
    cost: 1.3,
  }
}

function* firstCharacterRepairs(value: WrittenValue, { lines }: Suspects): Iterable<Repair> {
  const { text, start } = value
  const first = text.charAt(0)
  if (!isMisread(text) && !isUnclosedSentence(value)) return
  const [, mark] = BLOCK_MARK.exec(text) ?? []
  yield {
    offset: start,
    ...(mark === undefined ? firstCharacterText(value, first) : blockMarkText(mark)),
    edits: blankOut(value, lines),
    cost: first === '[' || first === '{' ? 1.1 : 1.4,
  }
}

/** The mark of a text on the next lines, with the text on its own line. */
const BLOCK_MARK = /^([|>][-+]?) +[^#]/

function blockMarkText(mark: string): Pick<Repair, 'message' | 'hint'> {
  return {
    message: `The text can't be on the line of "${mark}", which announces a text on the next lines.`,
    hint: `Move the text to the next line, indented further than its key. Or remove "${mark}".`,
  }
}

function firstCharacterText(value: WrittenValue, first: string): Pick<Repair, 'message' | 'hint'> {
  return {
    message: `A text without quotes can't start with "${first}": ${MEANINGS.get(first) ?? 'it has another meaning here'}.`,
    hint: dashHint(value.text) ?? quotesHint(value),
  }
}

/** For `- 2`, a negative number, and `- shop - yard`, a list on one line. */
function dashHint(text: string): string | undefined {
  if (/^- +\d+(?:\.\d+)?$/.test(text)) return 'Remove the space after the "-".'
  return /^- +\S+(?: - +\S+)+$/.test(text) ? 'Write the list in brackets: [a, b]. Or one element per line.' : undefined
}

const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['*', 'it would refer to a value marked with "&"'],
  ['&', 'it would mark a value'],
  ['!', 'it would start a tag'],
  ['%', 'it is reserved'],
  ['@', 'it is reserved'],
  ['`', 'it is reserved'],
  ['[', 'it opens a list in brackets'],
  ['{', 'it opens a mapping in braces'],
  [']', 'it closes a list in brackets'],
  ['}', 'it closes a mapping in braces'],
  ['|', 'it announces a text on the next lines'],
  ['>', 'it announces a text on the next lines'],
  ['?', 'it would start a key'],
  ['-', 'it would start an element of a list'],
  [',', 'it separates values'],
  ['#', 'it starts a comment'],
])

function isMisread(text: string): boolean {
  const first = text.charAt(0)
  if (first === '|' || first === '>') return !BLOCK_HEADER.test(text)
  if (first === '-' || first === '?') return isBlank(text, 1)
  if (first === '[' || first === '{') return isSentence(text)
  return '*&!%@`,]}'.includes(first)
}

/** `|`, `>`, an indentation, and what happens to the line breaks at the end. */
const BLOCK_HEADER = /^[|>][-+1-9]{0,2}[ \t]*(?:#.*)?(?:\n|$)/

/** Whether a key that takes a text has a value that opens a bracket and never closes it. */
function isUnclosedSentence({ key, text, isInFlow }: WrittenValue): boolean {
  return !isInFlow && key !== null && textKeys.has(key) && /^[[{][^\]}]*$/.test(text)
}

/** Whether words follow what starts like a list or a mapping. */
function isSentence(text: string): boolean {
  const closing = text.startsWith('[') ? text.lastIndexOf(']') : text.lastIndexOf('}')
  return text.startsWith('{{') || (closing !== -1 && /^[^\n#]*[\p{L}\p{N}]/u.test(text.slice(closing + 1)))
}
