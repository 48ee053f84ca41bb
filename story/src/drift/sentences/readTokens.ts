import { foldText } from './foldText.ts'
import type { Token } from './prose.ts'
import { listQuotedSpans } from './quotedSpans.ts'

const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_]|['’-](?=[\p{L}\p{N}]))*|[^\s]/gu
const LETTER = /^[\p{L}\p{N}]/u

/** What follows a pronoun in a contraction. `'s` may be an owner, so it stays. */
const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'m", 'am'],
])

/** The words and marks of a text, in order. */
export function readTokens(text: string): readonly Token[] {
  const spans = listQuotedSpans(text)
  let next = 0
  const tokens = [...text.matchAll(TOKEN)].flatMap((match) => {
    const start = match.index
    while ((spans[next]?.end ?? Infinity) <= start) next += 1
    const span = spans[next]
    return toTokens(match[0], start, span !== undefined && span.start <= start)
  })
  return tokens.flatMap((token, at) => splitIs(token, tokens[at + 1]))
}

/** `the key's in your hand`, and not `the key's teeth`. */
function splitIs(token: Token, next: Token | undefined): readonly Token[] {
  const { text, start, end } = token
  const isVerb =
    text.endsWith("'s") && text.length === end - start && AFTER_IS.has(next?.text ?? '') && !PRONOUNS.test(text)
  if (!isVerb) return [token]
  const noun = text.slice(0, -2)
  return [
    { ...token, text: noun, spelled: token.spelled.slice(0, -2), end: end - 2 },
    { ...token, text: 'is', spelled: "'s", start: end - 2, isCapitalized: false },
  ]
}

const AFTER_IS: ReadonlySet<string> = new Set(
  (
    'in on at under up gone here there not still now no lost open shut closed locked empty broken yours a an the too been ' +
    'stuck already full your jammed frozen back out off over behind dead asleep missing'
  ).split(' '),
)
const PRONOUNS = /^(?:it|that|there|he|she|what|who|where|here|let|how|this|one)'s$/

function toTokens(raw: string, start: number, isQuoted: boolean): readonly Token[] {
  const isWord = LETTER.test(raw)
  const text = isWord ? foldText(raw).replaceAll('’', "'") : raw
  const end = start + raw.length
  const common = { isWord, spelled: raw.toLowerCase(), isCapitalized: /^\p{Lu}/u.test(raw), isQuoted }
  const ending = /^[a-z]{1,8}('(?:re|ve|ll|d|m))$/.exec(text)?.[1]
  const expanded = ending === undefined ? undefined : CONTRACTIONS.get(ending)
  if (ending === undefined || expanded === undefined || text.length !== raw.length)
    return [{ ...common, text, start, end }]
  const middle = end - ending.length
  return [
    { ...common, text: text.slice(0, -ending.length), start, end: middle },
    { ...common, text: expanded, start: middle, end, isCapitalized: false },
  ]
}
