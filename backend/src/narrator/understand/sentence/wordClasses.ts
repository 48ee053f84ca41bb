import { isIrregularForm, stem } from '../../words/stem.ts'
import { isVerb } from '../../words/verbs.ts'
import { findVerbClasses } from '../../words/wordNet/verbClasses.ts'

/** The closed word classes that decide what kind of sentence a message is. All words are in lowercase. */
export const INTERROGATIVES = wordSet('what who whom whose where why when how which')
export const BE = wordSet('is are was were am be been being')
/** Verbs that only say how something is. */
export const LINKING = wordSet(
  'is are was were seems seem seemed looks looked sounds sounded smells smelled feels felt remains remained has had ' +
    'becomes became gets got appears appeared means meant belongs belonged does did lies lay stands stood sits sat',
)
export const MODALS = wordSet('can could may might must shall should will would ought')
export const NEGATIONS = wordSet('not never cannot dont wont nothing nobody none neither nor no')
export const SUBJECT_PRONOUNS = wordSet('i you we he she it they there this that these those')
/** Subjects that are not the player. */
export const OTHERS = wordSet(
  'he she it they there someone anyone everyone somebody anybody everybody everything something',
)
export const DETERMINERS = wordSet(
  'the a an my your his her its our their this that these those some any every each no',
)
/** Words that can begin any sentence without changing what it is. */
export const OPENERS = wordSet(
  'ok okay well so and then now please but hm hmm oh ah um uh just maybe perhaps first next finally alright yeah sure ' +
    'hey quickly slowly carefully quietly also anyway instead after still again later suddenly meanwhile afterwards',
)
/** Prepositions and adverbs that say where something goes. */
export const DESTINATIONS = wordSet(
  'to into in inside through up down out outside across over onto on off back under along past around towards toward ' +
    'behind north south east west northeast northwest southeast southwest upstairs downstairs home',
)
export const PREPOSITIONS = wordSet(
  'to into in inside through up down out outside across over onto on off back under along past around towards toward ' +
    'behind with from by at for of against upon near beside between before after about without as like until till',
)
export const OBJECT_PRONOUNS = wordSet('it them him her that this those these one ones me us myself himself herself')
/** Verbs of the mind: what they say happens to no one else. */
export const MENTAL = wordSet(
  'think feel know hope wonder remember believe guess suppose hate love like wish mean understand fear doubt expect ' +
    'seem need want miss forget imagine prefer dislike consider ponder regret worry dread bet reckon notice realize ' +
    'realise thought felt knew hoped wondered remembered believed guessed supposed hated loved liked wished forgot ' +
    'considering thinking hoping wondering am was have had',
)

/** Whether a word can be a verb in some sentence. */
export function canBeVerb(word: string): boolean {
  if (DESTINATIONS.has(word)) return false
  const wordStem = stem(word)
  return isVerb(wordStem) || findVerbClasses(wordStem) !== null
}

/** Whether a sentence without a subject begins with its verb: "light the lamp", but not "boat house" or "sleeping car". */
export function startsWithVerb(words: readonly string[], at: number): boolean {
  const [first = '', next = ''] = words.slice(at)
  if (!canBeVerb(first)) return false
  const isObject = DETERMINERS.has(next) || PREPOSITIONS.has(next) || OBJECT_PRONOUNS.has(next) || next.endsWith('ly')
  if (isVerb(stem(first))) return isObject || !first.endsWith('ing') || next === ''
  return isObject
}

/** "opens", "walked": a verb after a subject that is not the player. */
export function isFiniteForm(word: string): boolean {
  const isInflected = /(?:[^s]s|ed)$/.test(word) && stem(word) !== word
  return (isInflected || isIrregularForm(word)) && canBeVerb(word)
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
