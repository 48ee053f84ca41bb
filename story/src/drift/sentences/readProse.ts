import { IMAGINING, WAKING } from './modalWords.ts'
import type { Prose, Sentence, Token } from './prose.ts'
import { readTokens } from './readTokens.ts'

/** In tokens: a longer one is cut, so no sentence takes long to read. */
const LONGEST = 120

/** Splits an answer into sentences. A sentence ends with its mark or its line. */
export function readProse(text: string): Prose {
  const groups = groupTokens(text, readTokens(text))
  let paragraph = 0
  let imagined: number | null = null
  let last = 0
  const sentences = groups.map((all, index): Sentence => {
    const start = all[0]?.start ?? last
    if (hasParagraphEnd(text, last, start)) paragraph += 1
    last = all.at(-1)?.end ?? start
    const tokens = all.filter(({ isQuoted }) => !isQuoted)
    const words = tokens.map((token) => token.text).join(' ')
    if (IMAGINING.test(words)) imagined = paragraph
    else if (WAKING.test(words)) imagined = null
    return {
      index,
      start,
      end: last,
      tokens,
      all,
      isQuestion: tokens.some((token) => token.text === '?'),
      isImagined: imagined === paragraph,
      paragraph,
    }
  })
  return { text, sentences }
}

const ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '…', '。', '！', '？'])
const CLOSERS: ReadonlySet<string> = new Set(['"', '”', '’', "'", '»', ')', '*', '_', '“', '」'])
const ABBREVIATIONS: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'dr', 'st', 'no', 'prof', 'capt'])

function groupTokens(text: string, tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = []
  let group: Token[] = []
  let isOver = false
  const close = (): void => {
    if (group.length > 0) groups.push(group)
    group = []
    isOver = false
  }
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    if (before !== undefined && text.slice(before.end, token.start).includes('\n')) close()
    if (isOver && !ENDS.has(token.text) && !isCloser(text, token)) close()
    if (group.length >= LONGEST) close()
    group.push(token)
    if (ENDS.has(token.text) && !isAbbreviation(before, token, tokens[index + 1])) isOver = true
  }
  close()
  return groups
}

/** A closing mark stands directly after the mark that ends the sentence. */
function isCloser(text: string, { text: mark, start }: Token): boolean {
  return CLOSERS.has(mark) && !/\s/.test(text[start - 1] ?? ' ')
}

function isAbbreviation(before: Token | undefined, mark: Token, after: Token | undefined): boolean {
  if (mark.text !== '.') return false
  const isInside = after !== undefined && after.start === mark.end && after.isWord
  return isInside || (before !== undefined && ABBREVIATIONS.has(before.text) && before.isCapitalized)
}

/** An empty line. */
function hasParagraphEnd(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to)
  const first = gap.indexOf('\n')
  return first !== -1 && gap.includes('\n', first + 1)
}
