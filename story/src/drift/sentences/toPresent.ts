import { ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from './modalWords.ts'
import type { Prose, Token } from './prose.ts'
import { presentOf, verbFormsOf } from './verbForms.ts'

/**
 * A text about `you` as if it were written in the present tense, so one set of rules reads every tense and person. What
 * lies before the moment that is told (`had taken`) stays as it is.
 */
export function toPresent(prose: Prose): Prose {
  return {
    ...prose,
    sentences: prose.sentences.map((sentence) => ({ ...sentence, tokens: convert(sentence.tokens) })),
  }
}

function convert(tokens: readonly Token[]): readonly Token[] {
  let isPlural = false
  return tokens.map((token, at) => {
    const { text } = token
    isPlural = numberOfSubject(tokens, at) ?? isPlural
    if (token.isQuoted || !token.isWord) return token
    const now = presentText(tokens, at, isPlural)
    return now === text ? token : { ...token, text: now }
  })
}

/** True for `you`, false for another subject; null if none begins here. */
function numberOfSubject(tokens: readonly Token[], at: number): boolean | null {
  const { text = '', isWord } = tokens[at] ?? {}
  const before = tokens[at - 1]
  if (text === 'you' || text === 'they' || text === 'we')
    return before !== undefined && PREPOSITIONS.has(before.text) ? null : true
  if (text === 'he' || text === 'she') return false
  const isFirst = before === undefined || !before.isWord || CONJUNCTIONS.has(before.text)
  return isFirst &&
    isWord === true &&
    (SINGULAR.has(text) || DETERMINERS.has(text) || tokens[at]?.isCapitalized === true)
    ? false
    : null
}

const SINGULAR: ReadonlySet<string> = new Set(['nobody', ...'it who which that there this nothing'.split(' ')])

function presentText(tokens: readonly Token[], at: number, isPlural: boolean): string {
  const text = tokens[at]?.text ?? ''
  const fixed = FIXED.get(text)
  if (text === 'had') return isPerfect(tokens, at) ? text : isPlural ? 'have' : 'has'
  if (text === 'was' || text === 'is') return PLURAL.has(wordBefore(tokens, at)) ? 'are' : 'is'
  if (text === 'would' && tokens[at + 1]?.text === 'not') return 'will'
  if (fixed !== undefined) return fixed[isPlural ? 1 : 0]
  const before = wordBefore(tokens, at)
  if (NO_PAST_AFTER.has(before) || (DETERMINERS.has(before) && before !== 'that') || PREPOSITIONS.has(before))
    return text
  const forms = verbFormsOf(text)
  if (isPlural) {
    const form = forms.find((one) => one.form === 'past' || one.form === 'third')
    return form === undefined ? text : form.verb
  }
  const past = forms.find(({ form }) => form === 'past')
  if (past === undefined || (forms.some(({ form }) => form === 'base') && !canBeSubject(tokens[at - 1]))) return text
  return presentOf(past.verb)
}

/** Whether `put` can be the verb of the word before it. */
function canBeSubject(before: Token | undefined): boolean {
  return before?.isWord === true && verbFormsOf(before.text).length === 0
}

const PLURAL: ReadonlySet<string> = new Set(['you', 'they', 'we'])

/** Singular and plural. */
const FIXED: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['were', ['are', 'are']],
  ["wasn't", ["isn't", "aren't"]],
  ["weren't", ["aren't", "aren't"]],
  ['has', ['has', 'have']],
  ['did', ['does', 'do']],
  ['does', ['does', 'do']],
  ["didn't", ["doesn't", "don't"]],
  ['could', ['can', 'can']],
  ["couldn't", ["can't", "can't"]],
  ["wouldn't", ["won't", "won't"]],
  ['said', ['says', 'say']],
])

/** `had taken`, `had not been`. */
function isPerfect(tokens: readonly Token[], at: number): boolean {
  const next = tokens
    .slice(at + 1, at + 5)
    .find(({ text }) => !ADVERBS.has(text) && text !== 'not' && text !== 'never' && !text.endsWith('ly'))
  const { text = '' } = next ?? {}
  return text === 'been' || /^[a-z]{3,20}ed$/.test(text) || verbFormsOf(text).some(({ form }) => form === 'participle')
}

function wordBefore(tokens: readonly Token[], at: number): string {
  let index = at - 1
  while (index >= 0 && (ADVERBS.has(tokens[index]?.text ?? '') || tokens[index]?.text.endsWith('ly') === true))
    index -= 1
  return tokens[index]?.text ?? ''
}

/** After these, a form is no past tense. */
const NO_PAST_AFTER: ReadonlySet<string> = new Set(
  (
    'have has had be been being having am is are was were get gets got to not do does did can could may might must ' +
    "shall should will would cannot can't couldn't won't wouldn't didn't doesn't don't wasn't isn't weren't let lets"
  ).split(' '),
)
