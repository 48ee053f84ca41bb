import type { Scene } from '../../scene/scene.ts'
import { contentWords } from '../../words/contentWords.ts'
import { areSynonyms } from '../../words/synonyms.ts'
import { verbKinds } from '../../words/verbs.ts'
import type { ScoredSubject } from '../findSubject.ts'
import type { Intent } from '../intent.ts'
import type { PlayerInput } from '../playerInput.ts'
import type { ScoredOption } from '../scoreOption.ts'
import { findDetails, type DetailMatch } from './findDetails.ts'

/**
 * A look at details, with a verb of looking, as a question or without a verb. A function for that kind of look goes
 * first, and so does an entity whose name the message has in more words.
 */
export function findLook(
  input: PlayerInput,
  sure: ScoredOption | undefined,
  subject: ScoredSubject | null,
  scene: Scene,
): Intent | null {
  const details = findDetails(input, scene)
  if (details.length === 0 || !isLook(input, details)) return null
  const named = new Set(details.flatMap(({ stems }) => stems))
  if (sure !== undefined && goesFirst(sure, input, named)) return null
  const isOfOwner = details.some(({ owner }) => owner !== '' && owner === subject?.subject.name)
  if (subject !== null && !isOfOwner && wordsOf(subject.subject.name, input).length > named.size) return null
  return toIntent('detail', details)
}

/** An attempt on something that is only a detail. */
export function findDetailAttempt(input: PlayerInput, scene: Scene): Intent | null {
  const [kind] = input.verbKinds
  if (kind !== 'action' && kind !== 'any') return null
  const details = findDetails(input, scene)
  return details.length === 0 ? null : toIntent('attempt-detail', details)
}

function toIntent(kind: 'detail' | 'attempt-detail', details: readonly DetailMatch[]): Intent {
  const [first] = details
  const rivals = details.filter(({ stems }) => stems.join() === first?.stems.join())
  if (rivals.length > 1) return { kind: 'which-detail', choices: rivals.slice(0, MAX_DETAILS) }
  return { kind, texts: details.slice(0, MAX_DETAILS).map(({ text }) => text) }
}

const MAX_DETAILS = 3

function isLook({ stems, isQuestion, verbKinds: [kind] }: PlayerInput, details: readonly DetailMatch[]): boolean {
  const isBare = stems.every((word) => details.some((detail) => detail.stems.includes(word)))
  return kind === undefined || kind === 'look' || isQuestion || isBare
}

/**
 * "Read the card" with a function that reads it, "look up rooks in the book" with one that has rooks as well. What has
 * no verb of looking is a wish before it is a look.
 */
function goesFirst(
  { option, isFullyNamed, filled }: ScoredOption,
  { stems, isQuestion, verbKinds: [kind] }: PlayerInput,
  named: ReadonlySet<string>,
): boolean {
  if (kind !== 'look') return !isQuestion || isFullyNamed
  const isSameLook = (word: string) =>
    verbKinds(word).includes('look') && option.verbs.some((verb) => isSameVerb(word, verb))
  if (!stems.some(isSameLook)) return false
  const own = [...option.phrases.flat(), ...filled.used]
  return (
    isFullyNamed || stems.some((word) => !verbKinds(word).includes('look') && own.includes(word) && !named.has(word))
  )
}

function isSameVerb(left: string, right: string): boolean {
  return left === right || areSynonyms(left, right)
}

function wordsOf(name: string, { stems }: PlayerInput): readonly string[] {
  const names = contentWords(name)
  return stems.filter((word) => names.includes(word))
}
