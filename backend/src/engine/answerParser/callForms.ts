import { readCallArguments } from './callLine.ts'
import type { LinePlace, LineStart } from './lineStart.ts'
import type { AnswerParserOptions, Match, SentTool } from './parsedPiece.ts'
import { findTool, looksLikeFunction } from './toolNames.ts'

/** Longer lines are prose. */
const LONGEST = 400
const OPENING = /^(?:>>>|\*\*|[[(<]|action:[ \t]{0,4})?/i
const OPENINGS = ['>>>', '**', 'action:', 'functools[']
/** What may follow the name, after each opening, up to the end of the line. */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['', /^ ([a-z0-9_]{1,64})$/],
  ['>>>', /^\((.*)\)$/],
  ['**', /^\*\*\((.*)\)$/],
  ['[', /^ (\{.*\})\]$/],
  ['(', /^ ([\w-]{1,60}=.*)\)$/],
  ['<', /^ ([\w-]{1,60}=.*?) ?\/>$/],
  ['action:', /^[ \t]{0,9}\n[ \t]{0,9}action input:[ \t]{0,9}(\{.*\})$/i],
])
/** How that begins, as far as it can be said before the end of the line. */
const BEGINNINGS: ReadonlyMap<string, RegExp> = new Map([
  ['', /^ [a-z0-9_]{0,64}$/],
  ['>>>', /^\(/],
  ['**', /^\*(?:\*(?:\(.*)?)?$/],
  ['[', /^ (?:\{.*)?$/],
  ['(', /^ (?:[\w-]{1,60}(?:=.*)?)?$/],
  ['<', /^ (?:[\w-]{1,60}(?:=.*)?)?$/],
  ['action:', /^[ \t]{0,9}(?:\r?\n.*)?$/],
])

/** A call alone on its line in a form that no model family defines: `go_to yard`, `[go_to {…}]`, `<go_to to="…"/>`. */
export function matchCallForm(
  text: string,
  { tools, ids }: AnswerParserOptions,
  { isFirst, isAnnouncing }: Pick<LinePlace, 'isFirst' | 'isAnnouncing'>,
  isEnd: boolean,
): Match<LineStart> {
  const [opening = ''] = OPENING.exec(text) ?? []
  if (!isEnd && OPENINGS.some((each) => each.startsWith(text.toLowerCase()))) return 'more'
  const [name = ''] = /^[\w.-]{0,80}/.exec(text.slice(opening.length)) ?? []
  const rest = text.slice(opening.length + name.length)
  if (rest === '') return !isEnd && mayBeTool(name, tools) ? 'more' : 'none'
  const tool = findTool(tools, name)
  if (tool === undefined || isAnnouncing) return 'none'
  const kind = opening.trim().toLowerCase()
  const end = endOfLines(rest, kind === 'action:' ? 2 : 1)
  const line = end === -1 ? rest : rest.slice(0, end)
  if (line.length > LONGEST) return 'none'
  if (end === -1 && !isEnd) return BEGINNINGS.get(kind)?.test(line) === true ? 'more' : 'none'
  const written = FORMS.get(kind)?.exec(line.trimEnd().replace('\r\n', '\n'))?.[1]
  if (written === undefined) return 'none'
  const isBare = kind === ''
  const isWhole = isFirst && isEnd && end === -1
  if (isBare && !(ids.has(written) && tool.parameters.length > 0 && (isWhole || looksLikeFunction(tool.name)))) {
    return 'none'
  }
  const input = readCallArguments(kind === '<' || kind === '(' ? withCommas(written) : written, tool)
  if (input === null || input === undefined) return 'none'
  const calls = [{ name: tool.name, tool, input }]
  return { length: opening.length + name.length + line.length, result: { kind: 'call', calls } }
}

/** Attributes as arguments. */
const withCommas = (attributes: string): string => attributes.replaceAll(/(["'\w]) (?=[\w-]{1,60}=)/g, '$1, ')

const mayBeTool = (name: string, tools: readonly SentTool[]): boolean =>
  tools.some((tool) => tool.name.toLowerCase().startsWith(name.toLowerCase())) || findTool(tools, name) !== undefined

function endOfLines(text: string, lines: number): number {
  let end = -1
  for (let line = 0; line < lines; line += 1) {
    end = text.indexOf('\n', end + 1)
    if (end === -1) return -1
  }
  return end
}
