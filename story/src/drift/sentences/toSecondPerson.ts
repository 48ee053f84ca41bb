import type { Prose, Sentence, Token } from './prose.ts'
import { ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from './modalWords.ts'
import { verbFormsOf } from './verbForms.ts'

/** Who the player's character is in a text of the third person, and who else there is. */
export interface Cast {
  /** The names of the player, folded. */
  readonly players: ReadonlySet<string>
  readonly gender: Gender | null
  /** The main words of the names of others. */
  readonly others: ReadonlyMap<string, Gender | null>
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
 * A text in the third person as if it were in the second. A pronoun is the player while no one of that gender has acted
 * since the player was named; after someone whose gender is not known, only the pronouns that are no subjects are.
 */
export function fromThirdPerson(prose: Prose, { players, gender, others }: Cast): Prose {
  const own = gender === null ? null : PRONOUNS[gender]
  let last: 'player' | 'other' | 'unknown' = 'player'
  let paragraph = 0
  return mapTokens(prose, (sentence) => {
    if (sentence.paragraph !== paragraph) last = 'player'
    paragraph = sentence.paragraph
    return sentence.tokens.map((token, at) => {
      const { text } = token
      const name = text.endsWith("'s") ? text.slice(0, -2) : text
      if (players.has(name)) {
        last = 'player'
        return withText(token, name === text ? 'you' : 'your')
      }
      const other = isActing(sentence.tokens, at) ? (others.get(text) ?? PERSONS.get(text)) : undefined
      if (other === gender) last = 'other'
      else if (other === null) last = 'unknown'
      if (own === null || last === 'other' || (last === 'unknown' && text === own.subject)) return token
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

/** Whether a noun is the subject of a verb before or after it. */
function isActing(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text ?? ''
  if (DETERMINERS.has(tokens[at - 1]?.text ?? '') && ACTS.has(tokens[at - 2]?.text ?? '')) return true
  return verbFormsOf(next).some(({ form }) => form === 'past' || form === 'third') || ACTS.has(next)
}

/** Null for those who may be either. */
export const PERSONS: ReadonlyMap<string, Gender | null> = new Map([
  ...'woman girl lady queen witch mother sister aunt princess'.split(' ').map((noun) => [noun, 'she'] as const),
  ...'man boy king father brother uncle prince'.split(' ').map((noun) => [noun, 'he'] as const),
  ...'nurse guard stranger cat dog goose clerk doctor captain keeper child'
    .split(' ')
    .map((noun) => [noun, null] as const),
])
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
