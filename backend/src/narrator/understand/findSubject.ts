import type { Scene } from '../scene/scene.ts'
import { splitSentences } from '../prose/sentences.ts'
import { contentWords } from '../words/contentWords.ts'
import { isDirection } from '../words/directions.ts'
import { isVerb, type VerbKind } from '../words/verbs.ts'
import { matchNames, rank } from './match.ts'
import type { Subject } from './intent.ts'
import type { PlayerInput } from './playerInput.ts'

export interface ScoredSubject {
  readonly subject: Subject
  readonly score: number
}

/** The subject of a message: the best match among the visible entities, else a sentence that mentions it. */
export function findSubject(input: PlayerInput, scene: Scene): ScoredSubject | null {
  const best = listSubjects(scene)
    .map((subject) => ({ subject, score: scoreSubject(subject, input) }))
    .reduce<ScoredSubject | null>((best, next) => (next.score > (best?.score ?? 0) ? next : best), null)
  if (best !== null && best.score >= MIN_SCORE) return best
  return findSpokenTo(input, scene) ?? findMention(input, scene)
}

/** The person whom the message names; without a name, the only person present. */
export function findNamed<Person extends { readonly name: string }>(
  { stems }: PlayerInput,
  people: readonly Person[],
): Person | null {
  const best = people.find(({ name }) => contentWords(name).some((word) => stems.includes(word)))
  return best ?? (people.length === 1 ? (people[0] ?? null) : null)
}

const MIN_SCORE = 0.5
const MENTION_SCORE = 0.5

function listSubjects({ visible, people, place }: Scene): Subject[] {
  const isPerson = new Set(people.map(({ id }) => id))
  const subjects = visible.map(({ id, name, description }) => ({ id, name, description, isPerson: isPerson.has(id) }))
  if (place === null) return subjects
  return [...subjects, { id: place.nodeId, name: place.name, description: place.description, isPerson: false }]
}

function scoreSubject({ name }: Subject, { stems, verbKinds }: PlayerInput): number {
  const names = contentWords(name)
  const stemsOfName = stems.filter((word) => names.includes(word) || !isVerb(word))
  const [kind] = verbKinds
  return rank(matchNames(stemsOfName, [names])) * (kind === undefined ? 0.85 : FIT[kind])
}

/** "Ask the man": a person with that word in the description, or the only person if the word fits anyone. */
function findSpokenTo({ stems, verbKinds: [kind] }: PlayerInput, { people }: Scene): ScoredSubject | null {
  if (kind !== 'talk') return null
  const nouns = stems.filter((word) => !isVerb(word))
  const described = people.find(({ description }) => contentWords(description).some((word) => nouns.includes(word)))
  const isAnybody = nouns.every((word) => ANYBODY.has(word))
  const person = described ?? (isAnybody && people.length === 1 ? people[0] : undefined)
  return person === undefined ? null : { subject: { ...person, isPerson: true }, score: MIN_SCORE }
}

/** Stems that name no one in particular. */
export const ANYBODY: ReadonlySet<string> = new Set(
  contentWords('man woman person people guest stranger fellow guy lady girl boy child kid somebody someone anyone'),
)

const FIT: Record<VerbKind, number> = { look: 1.05, talk: 1.02, any: 0.7, action: 0.65, wait: 0.65, travel: 0.6 }

/** "Examine the lantern" at a place with "Cobbles, one lantern, the old well." */
function findMention({ stems, isQuestion, verbKinds: [kind] }: PlayerInput, scene: Scene): ScoredSubject | null {
  if (!isQuestion && (kind === undefined || kind === 'travel')) return null
  const nouns = stems.filter((word) => !isVerb(word) && !isDirection(word))
  const more = isQuestion || kind === 'look' ? [scene.view.summary ?? ''] : []
  const description = findSentence(nouns, scene, more)
  if (description === undefined) return null
  return { subject: { id: '', name: '', description, isPerson: false }, score: MENTION_SCORE }
}

/** The first sentence about what is here, or in `more`, that mentions a noun. */
export function findSentence(
  nouns: readonly string[],
  { place, visible }: Scene,
  more: readonly string[] = [],
): string | undefined {
  return [place?.description ?? '', ...visible.map(({ description }) => description), ...more]
    .filter((text) => mayMention(text, nouns))
    .flatMap(splitSentences)
    .find((sentence) => mentions(sentence, nouns))
}

/** A cheap test before the text is split into sentences: a stem and its forms share their first letters. */
function mayMention(text: string, nouns: readonly string[]): boolean {
  const small = text.toLowerCase()
  return nouns.some((noun) => small.includes(noun.slice(0, 3)))
}

function mentions(sentence: string, nouns: readonly string[]): boolean {
  return contentWords(sentence).some((word) => nouns.includes(word))
}
