import type { Prose, Sentence, Token } from './prose.ts'
import { ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from './modalWords.ts'
import { verbFormsOf } from './verbForms.ts'

/** Who the player's character is in a text of the third person, and who else there is. */
export interface Cast {
  /** The names of the player, folded. */
  readonly players: ReadonlySet<string>
  readonly gender: Gender | null
  /** The main words of the names of others. */
  readonly others: ReadonlySet<string>
}

export type Gender = 'she' | 'he'

/** A text in the first person as if it were in the second, so both are read by the same rules. */
export function fromFirstPerson(prose: Prose): Prose {
  return mapTokens(prose, ({ tokens }) => tokens.map((token) => withText(token, FIRST.get(token.text))))
}

const FIRST: ReadonlyMap<string, string> = new Map([
  ['i', 'you'],
  ['me', 'you'],
  ['my', 'your'],
  ['mine', 'yours'],
  ['myself', 'yourself'],
  ['am', 'are'],
])

/**
 * A text in the third person as if it were in the second. A pronoun is the player while no one else of that gender has
 * been named since the player was.
 */
export function fromThirdPerson(prose: Prose, { players, gender, others }: Cast): Prose {
  const own = gender === null ? null : PRONOUNS[gender]
  let isPlayer = true
  let paragraph = 0
  return mapTokens(prose, (sentence) => {
    if (sentence.paragraph !== paragraph) isPlayer = true
    paragraph = sentence.paragraph
    return sentence.tokens.map((token, at) => {
      const { text } = token
      const name = text.endsWith("'s") ? text.slice(0, -2) : text
      if (players.has(name)) {
        isPlayer = true
        return withText(token, name === text ? 'you' : 'your')
      }
      if (isOther(sentence.tokens, at, others)) isPlayer = false
      if (own === null || !isPlayer) return token
      if (text === own.possessive && (text !== own.object || isOwner(sentence.tokens[at + 1])))
        return withText(token, 'your')
      if (text === own.subject || text === own.object) return withText(token, 'you')
      return text === own.reflexive ? withText(token, 'yourself') : token
    })
  })
}

const PRONOUNS = {
  she: { subject: 'she', object: 'her', possessive: 'her', reflexive: 'herself' },
  he: { subject: 'he', object: 'him', possessive: 'his', reflexive: 'himself' },
} as const

/** `her apron`, and not `to her`. */
function isOwner(next: Token | undefined): boolean {
  if (next?.isWord !== true) return false
  const { text } = next
  if (PREPOSITIONS.has(text) || CONJUNCTIONS.has(text) || ADVERBS.has(text) || DETERMINERS.has(text)) return false
  return !/^(?:back|away|again|go|two|three|four|five|six|a|once)$/.test(text)
}

/** Someone else who acts: a pronoun would be theirs after it. */
function isOther(tokens: readonly Token[], at: number, others: ReadonlySet<string>): boolean {
  const { text = '' } = tokens[at] ?? {}
  if (!others.has(text) && !PERSONS.has(text)) return false
  const next = tokens[at + 1]?.text ?? ''
  if (DETERMINERS.has(tokens[at - 1]?.text ?? '') && ACTS.has(tokens[at - 2]?.text ?? '')) return true
  return verbFormsOf(next).some(({ form }) => form === 'past' || form === 'third') || ACTS.has(next)
}

const PERSONS: ReadonlySet<string> = new Set(
  'man woman boy girl lady queen king witch nurse mother father sister brother guard stranger goose cat'.split(' '),
)
const ACTS: ReadonlySet<string> = new Set('said says was is had has did does looked looks laughed laughs'.split(' '))

/** Which pronoun a description of someone, or else a text about them, has. */
export function findGender(...texts: readonly string[]): Gender | null {
  for (const text of texts) {
    const she = text.match(SHE)?.length ?? 0
    const he = text.match(HE)?.length ?? 0
    if (she !== he) return she > he ? 'she' : 'he'
  }
  return null
}

const SHE = /\b(?:she|her|herself|girl|woman|daughter|sister|lady|princess|queen)\b/gi
const HE = /\b(?:he|him|his|himself|boy|man|son|brother|prince|king)\b/gi

function withText(token: Token, text: string | undefined): Token {
  return token.isQuoted || text === undefined ? token : { ...token, text }
}

function mapTokens(prose: Prose, change: (sentence: Sentence) => readonly Token[]): Prose {
  return { ...prose, sentences: prose.sentences.map((sentence) => ({ ...sentence, tokens: change(sentence) })) }
}
