import type { Claim } from './claim.ts'
import { ADVERBS, CONJUNCTIONS, DETERMINERS, NEGATIONS, PREPOSITIONS, UNREAL } from './modalWords.ts'
import type { Prose, Sentence, Token } from './prose.ts'
import { verbFormsOf, type VerbForm } from './verbForms.ts'
import type { Voice } from './voice.ts'

/** What the text says the player does or has done now, with verbs that are known. */
export function listPlayerClaims(prose: Prose, voice: Voice, playerNames: ReadonlySet<string>): readonly Claim[] {
  return prose.sentences.flatMap((sentence) =>
    sentence.isQuestion || sentence.isImagined || isLongAgo(sentence) ? [] : claimsIn(sentence, voice, playerNames),
  )
}

/** `years ago` */
const isLongAgo = ({ tokens }: Sentence): boolean => tokens.some(({ text }) => text === 'ago' || text === 'yesterday')

function claimsIn(sentence: Sentence, voice: Voice, playerNames: ReadonlySet<string>): readonly Claim[] {
  const { tokens } = sentence
  const claims: Claim[] = []
  let isPlayer = false
  let isReal = true
  let isPossible = false
  let hasClaim = false
  let auxiliary: Auxiliary = 'none'
  let isDenied = false
  for (const [at, token] of tokens.entries()) {
    const { text } = token
    if (text === ';') [isPlayer, isReal, isPossible] = [false, true, false]
    const isPlayerHere = isSubject(tokens, at, voice, playerNames)
    if (isPlayerHere) {
      isReal = isRealHere(tokens, at, isReal, hasClaim)
      ;[isPlayer, auxiliary, isDenied, isPossible] = [true, 'none', false, false]
      continue
    }
    if (isOtherSubject(tokens, at)) isPlayer = false
    if (!isPlayer) {
      if (UNREAL.has(text) && !SOFT.has(text)) isReal = false
      continue
    }
    if (NEGATIONS.has(text)) isDenied = true
    if (isBreak(token)) [auxiliary, isDenied] = ['none', false]
    const form = verbFormsOf(text).find(({ form: name }) => fits(name, auxiliary, voice))
    const isVerbHere = form !== undefined && isAfterSubject(tokens, at, voice, playerNames)
    if (isVerbHere && isReal && !isPossible) {
      claims.push({ sentence, at, verb: form.verb, isDenied })
      hasClaim = true
    }
    auxiliary = nextAuxiliary(text, auxiliary)
    if (MODALS.has(text)) isPossible = true
    else if (UNREAL.has(text) && !SOFT.has(text)) isReal = false
  }
  return claims
}

/** Of the clause of their subject only. */
const MODALS: ReadonlySet<string> = new Set(
  "can could may might must shall should will would cannot can't couldn't won't wouldn't shouldn't mightn't ought".split(
    ' ',
  ),
)

type Auxiliary = 'none' | 'be' | 'have' | 'other'

const BE: ReadonlySet<string> = new Set(['are', 'am', 'is', 'was', 'were'])
const HAVE: ReadonlySet<string> = new Set(['have', 'has'])

function nextAuxiliary(text: string, before: Auxiliary): Auxiliary {
  if (BE.has(text)) return 'be'
  if (HAVE.has(text)) return 'have'
  if (text === 'had' || text === 'to' || text === 'do' || text === 'did' || text === 'does') return 'other'
  return ADVERBS.has(text) || NEGATIONS.has(text) || text.endsWith('ly') ? before : 'none'
}

function fits(form: VerbForm['form'], auxiliary: Auxiliary, { person, tense }: Voice): boolean {
  switch (auxiliary) {
    case 'be':
      return form === 'ing'
    case 'have':
      return form === 'participle'
    case 'other':
      return form === 'base'
    case 'none':
      return tense === 'past' ? form === 'past' : form === (person === 'third' ? 'third' : 'base')
  }
}

/** Whether the player is the one who acts at this token. */
function isSubject(tokens: readonly Token[], at: number, { person }: Voice, names: ReadonlySet<string>): boolean {
  const text = tokens[at]?.text ?? ''
  const isNamed =
    person === 'first' ? text === 'i' || text === 'we' : person === 'second' ? text === 'you' : names.has(text)
  if (!isNamed) return false
  const before = tokens[at - 1]
  const isObject = before !== undefined && before.isWord && PREPOSITIONS.has(before.text) && !JOINS.has(before.text)
  const next = nextWord(tokens, at)
  return !isObject && next !== undefined && next.isWord && !DETERMINERS.has(next.text) && !PREPOSITIONS.has(next.text)
}

/** Both prepositions and conjunctions. */
const JOINS: ReadonlySet<string> = new Set(['before', 'after', 'as', 'but', 'than', 'like', 'without'])

function nextWord(tokens: readonly Token[], at: number): Token | undefined {
  return tokens.slice(at + 1, at + 5).find(({ text }) => !ADVERBS.has(text) && !text.endsWith('ly'))
}

/** A pronoun or a name at the beginning of a clause. */
function isOtherSubject(tokens: readonly Token[], at: number): boolean {
  const { text = '' } = tokens[at] ?? {}
  const before = tokens[at - 1]
  const isFirst = before === undefined || !before.isWord || CONJUNCTIONS.has(before.text)
  return isFirst && (PRONOUNS.has(text) || (isVerbOfOther(tokens, at) && DETERMINERS.has(text)))
}

const PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'it',
  'they',
  'we',
  'who',
  'which',
  'that',
  'there',
  'this',
  'nothing',
])

/** Whether the words after a determiner are a subject with its verb: `and the cat takes`. */
function isVerbOfOther(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 2, at + 6).some(({ text, isWord }, index, all) => {
    const isEarly = all.slice(0, index).every((token) => token.isWord && !PREPOSITIONS.has(token.text))
    return isWord && isEarly && (BE.has(text) || verbFormsOf(text).some(({ form }) => form === 'third'))
  })
}

/** Whether what the player does is said as a fact: `until you reach the gate` only after something that is. */
function isRealHere(tokens: readonly Token[], at: number, isReal: boolean, hasClaim: boolean): boolean {
  const before = tokens[at - 1]?.text ?? ''
  if (before === 'until') return isReal && hasClaim
  if (UNREAL.has(before)) return false
  return isReal
}

/** These deny nothing that follows them in another clause. */
const SOFT: ReadonlySet<string> = new Set([
  'until',
  'before',
  'like',
  'once',
  'when',
  'soon',
  'never',
  'seems',
  'seem',
  'appears',
  'feels',
  'almost',
  'nearly',
  'hardly',
  'barely',
  'scarcely',
  'instead',
  'else',
  'always',
  'earlier',
  'later',
])

function isAfterSubject(tokens: readonly Token[], at: number, voice: Voice, names: ReadonlySet<string>): boolean {
  let index = at - 1
  while (index >= 0 && isSkipped(tokens[index])) index -= 1
  const token = tokens[index]
  if (token === undefined) return false
  if (isSubject(tokens, index, voice, names)) return true
  return (
    token.text === 'and' || token.text === 'then' || token.text === ',' || token.text === '—' || token.text === 'but'
  )
}

const LINKS: ReadonlySet<string> = new Set([
  ...BE,
  ...HAVE,
  "don't",
  "haven't",
  "aren't",
  'not',
  'do',
  'did',
  "didn't",
  'never',
  'no',
  'longer',
  'both',
])
const DOUBTS: ReadonlySet<string> = new Set(['almost', 'nearly', 'hardly', 'barely', 'scarcely', 'never'])

function isSkipped(token: Token | undefined): boolean {
  if (token?.isWord !== true || DOUBTS.has(token.text)) return token?.text === 'never'
  return ADVERBS.has(token.text) || token.text.endsWith('ly') || LINKS.has(token.text)
}

const isBreak = ({ text }: Token): boolean =>
  text === ',' || text === 'and' || text === 'but' || text === '—' || text === ':'
