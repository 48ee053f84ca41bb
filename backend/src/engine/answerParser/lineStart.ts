import type { WrittenCall } from './callJson.ts'
import { judgeFence, judgeJson } from './callCandidate.ts'
import { matchCall } from './callLine.ts'
import { readCallList } from './callMarkup.ts'
import { matchCallForm } from './callForms.ts'
import { matchCallLine } from './callStatement.ts'
import type { AnswerParserOptions, Match, SentTool } from './parsedPiece.ts'

/** What a line begins with, if it is no prose. */
export type LineStart =
  | { readonly kind: 'call'; readonly calls: readonly WrittenCall[] }
  /** JSON that may be a call. */
  | { readonly kind: 'json' }
  /** A block of code that may be a call, or, as `code`, is prose or the end of it. */
  | { readonly kind: 'fence'; readonly info: string }
  | { readonly kind: 'code' }
  /** What our prompt begins lines with, and models repeat; `echo` is left out up to its end. */
  | { readonly kind: 'label' }
  | { readonly kind: 'heading' }
  | { readonly kind: 'echo'; readonly end: string }
  /** gpt-oss without its tokens. */
  | { readonly kind: 'thinking'; readonly ends: readonly string[] }

export interface LinePlace {
  /** Nothing stands before it in the answer. */
  readonly isFirst: boolean
  /** The text before it announces something, such as code that somebody reads. */
  readonly isAnnouncing: boolean
  readonly isIndented: boolean
  /** Within code that is prose. */
  readonly isInCode: boolean
  /** After a heading of ours. */
  readonly isInEcho: boolean
}

/** Reads the beginning of a line, without the space before it. */
export function matchLineStart(
  text: string,
  place: LinePlace,
  options: AnswerParserOptions,
  isEnd: boolean,
): Match<LineStart> {
  if (place.isInCode) return matchFenceEnd(text, isEnd)
  const matchers: readonly (() => Match<LineStart>)[] = [
    () => matchHeading(text, options, isEnd),
    () => (place.isInEcho ? matchEcho(text, isEnd) : 'none'),
    () => matchSentLine(text, options, isEnd),
    () => matchResult(text, isEnd),
    () => matchLabel(text, place.isFirst, isEnd),
    () => matchWordCount(text, isEnd),
    () => (place.isFirst ? matchBareChannel(text, isEnd) : 'none'),
    () => matchFence(text, isEnd),
    () => (place.isIndented ? 'none' : matchCallForm(text, options, place, isEnd)),
    () => (place.isAnnouncing ? 'none' : matchJson(text, options.tools, isEnd)),
    () => (place.isIndented ? 'none' : matchCallLine(text, options, place, isEnd)),
  ]
  for (const match of matchers) {
    const found = match()
    if (found !== 'none') return found
  }
  return 'none'
}

const LONGEST_HEADING = 200
const LABELS = ['Narrator:', 'assistant:']
/** At the beginning of an answer only: later, these are people of the story. */
const FIRST_LABELS = ['Assistant:', 'AI:', 'Game Master:', 'GM:', 'Model:', 'Answer:', 'Response:']

/** A heading of ours, or one that ends in an id as our state writes it. */
function matchHeading(text: string, { headings, ids }: AnswerParserOptions, isEnd: boolean): Match<LineStart> {
  if (!/^#{1,6}(?:[ \t]|$)/.test(text) && !/^#{1,6}$/.test(text)) return 'none'
  const end = text.indexOf('\n')
  const line = end === -1 ? text : text.slice(0, end)
  if (line.length > LONGEST_HEADING) return 'none'
  if (end === -1 && !isEnd) return 'more'
  const title = line
    .replace(/^#{1,6}/, '')
    .replaceAll(/[*_:]{1,3}$/g, '')
    .trim()
  if (headings.some((heading) => heading.toLowerCase() === title.toLowerCase())) {
    return { length: line.length, result: { kind: 'heading' } }
  }
  if (/^narration$/i.test(title)) return { length: line.length, result: { kind: 'label' } }
  const id = /\(([a-z0-9_]{1,64})\)$/.exec(title)?.[1]
  return id !== undefined && ids.has(id) ? { length: line.length, result: { kind: 'heading' } } : 'none'
}

/** `(Word count: 14)` on a line of its own: models that were given a length report it. */
function matchWordCount(text: string, isEnd: boolean): Match<LineStart> {
  const end = text.indexOf('\n')
  const line = (end === -1 ? text : text.slice(0, end)).trimEnd()
  if (end === -1 && !isEnd) {
    const begun = line
      .replace(/^[([*_]{1,3}/, '')
      .slice(0, COUNT.length)
      .toLowerCase()
    return line.length <= LONGEST_COUNT && COUNT.startsWith(begun) ? 'more' : 'none'
  }
  return WORD_COUNT.test(line) ? { length: line.length, result: { kind: 'label' } } : 'none'
}

const COUNT = 'word count:'
const LONGEST_COUNT = 40
const WORD_COUNT = /^[([*_]{0,3}word count:\*{0,2} ?~?\d{1,5}(?: words)?\.?[)\]*_]{0,3}$/i

/** Before a list of calls. */
const LIST_NAME = 'functools['

/** Who is said to speak. */
function matchLabel(text: string, isFirst: boolean, isEnd: boolean): Match<LineStart> {
  const [mark = ''] = /^(?:\*\*|__|#{1,4} )?/.exec(text) ?? []
  if (text.startsWith(LIST_NAME)) return { length: LIST_NAME.length - 1, result: { kind: 'label' } }
  const known = isFirst ? [...LABELS, ...FIRST_LABELS] : LABELS
  const written = text.slice(mark.length)
  const label = known.find((each) => written.startsWith(each))
  if (label === undefined) return !isEnd && known.some((each) => each.startsWith(written)) ? 'more' : 'none'
  const rest = written.slice(label.length)
  if (!isEnd && /^[*_]?$/.test(rest)) return 'more'
  const closing = /^(?:\*\*|__)?[ \t]{0,9}/.exec(rest)?.[0].length ?? 0
  const length = mark.length + label.length + closing
  return length === text.length && !isEnd ? 'more' : { length, result: { kind: 'label' } }
}

/** Lines of our state after its heading. */
function matchEcho(text: string, isEnd: boolean): Match<LineStart> {
  if (!isEnd && /^`{1,2}$/.test(text)) return 'more'
  if (text.startsWith('```')) return { length: 3, result: { kind: 'echo', end: '```' } }
  if (!isEnd && /^[-#>]{1,6}$/.test(text)) return 'more'
  return /^(?:[-*>]|#{1,6}) /.test(text) ? { length: 1, result: { kind: 'echo', end: '\n' } } : 'none'
}

/** A line of the prompt, as it is. Only as much is held back as it has in common with one. */
function matchSentLine(text: string, { sentLines }: AnswerParserOptions, isEnd: boolean): Match<LineStart> {
  const end = text.indexOf('\n')
  if (end === -1 && !isEnd) {
    const begun = text.trimEnd()
    for (const line of sentLines) if (line.startsWith(begun)) return 'more'
    return 'none'
  }
  const line = end === -1 ? text : text.slice(0, end)
  return sentLines.has(line.trim()) ? { length: line.length, result: { kind: 'echo', end: '\n' } } : 'none'
}

const RESULT = '{"result":"'
const RESULTS = ['applied', 'refused', 'error'].map((result) => `${RESULT}${result}"`)

/** The result of a call, as the prompt writes it. */
function matchResult(text: string, isEnd: boolean): Match<LineStart> {
  const written = text.slice(0, 40).replaceAll(/\s/g, '')
  if (RESULTS.some((result) => written.startsWith(result))) return { length: 1, result: { kind: 'echo', end: '\n' } }
  return !isEnd && RESULTS.some((result) => result.startsWith(written)) ? 'more' : 'none'
}

function matchBareChannel(text: string, isEnd: boolean): Match<LineStart> {
  if (/^analysis\p{Lu}/u.test(text)) return { length: 'analysis'.length, result: { kind: 'thinking', ends: BARE_ENDS } }
  return !isEnd && 'analysis'.startsWith(text) ? 'more' : 'none'
}

const BARE_ENDS = ['assistantfinal', '<|channel|>', '<|start|>', '<|end|>']

function matchFence(text: string, isEnd: boolean): Match<LineStart> {
  const [opening, info = ''] = /^```([\w-]{0,20})[ \t]{0,9}(?:\r?\n|(?=[{[]))/.exec(text) ?? []
  if (opening === undefined) {
    if (!isEnd && /^(?:`{1,2}|```[\w-]{0,20}[ \t]{0,9}\r?)$/.test(text)) return 'more'
    return text.startsWith('```') ? { length: 3, result: { kind: 'code' } } : 'none'
  }
  const verdict = text.length > LONGEST_HEADING + opening.length ? 'yes' : judgeFence(info, text.slice(opening.length))
  const isUndecided = verdict === 'more' && !isEnd
  if (isUndecided) return 'more'
  return verdict === 'yes'
    ? { length: opening.length, result: { kind: 'fence', info } }
    : { length: 3 + info.length, result: { kind: 'code' } }
}

function matchFenceEnd(text: string, isEnd: boolean): Match<LineStart> {
  if (text.startsWith('```')) return { length: 3, result: { kind: 'code' } }
  return !isEnd && '```'.startsWith(text) ? 'more' : 'none'
}

function matchJson(text: string, tools: readonly SentTool[], isEnd: boolean): Match<LineStart> {
  if (!/^[{[]/.test(text)) return 'none'
  const verdict = judgeJson(text, tools)
  if (verdict === 'yes') return { length: 0, result: { kind: 'json' } }
  if (verdict === 'more') return isEnd ? 'none' : 'more'
  return matchCallList(text, tools, isEnd)
}

/** `[name(args), name(args)]` on one line. */
function matchCallList(text: string, tools: readonly SentTool[], isEnd: boolean): Match<LineStart> {
  const first = matchCall(text.slice(1), tools, isEnd)
  if (first === 'none' || !text.startsWith('[')) return 'none'
  const end = text.indexOf('\n')
  if (end === -1 && !isEnd) return text.length > LONGEST_LIST ? 'none' : 'more'
  const line = end === -1 ? text : text.slice(0, end)
  const calls = readCallList(line.trim(), tools)
  if (calls === null || calls.some(({ tool }) => tool === undefined)) return 'none'
  return { length: line.length, result: { kind: 'call', calls } }
}

const LONGEST_LIST = 1200
