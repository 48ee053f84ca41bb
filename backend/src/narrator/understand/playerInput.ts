import type { ParameterView } from '@llm-gamebook/story'
import type { Scene } from '../scene/scene.ts'
import { contentStems } from '../words/contentWords.ts'
import { stem } from '../words/stem.ts'
import { correctTypos } from '../words/correctTypos.ts'
import { tokenize } from '../words/tokenize.ts'
import { verbKinds, type VerbKind } from '../words/verbs.ts'
import { listCommonVerbs } from './sentence/commonVerb.ts'
import { withPlainVerbs } from './sentence/plainVerbs.ts'
import { PREPOSITIONS } from './sentence/wordClasses.ts'
import { readSentence, type Mood } from './sentence/readSentence.ts'

/** A message of the player, prepared for matching. */
export interface PlayerInput {
  /** The original text. */
  readonly text: string
  /** All words in lowercase, with typos corrected. */
  readonly all: readonly string[]
  /** The stems of the content words. */
  readonly stems: readonly string[]
  /** The kinds of the main verb; empty if there is none. */
  readonly verbKinds: readonly VerbKind[]
  /** The stem of the main verb; null without one. */
  readonly verb: string | null
  /** The stems of what the verb is done to; empty if it is done to nothing. */
  readonly object: readonly string[]
  /** What the message does: only a wish can make anything happen. */
  readonly mood: Mood
  /** "what is in the cellar": a question, not a wish. */
  readonly isQuestion: boolean
}

export function toPlayerInput(text: string, scene: Scene): PlayerInput {
  return read(text, scene).input
}

/** The message as it is, and with each common verb that it may mean in place of its own. */
export function listReadings(text: string, scene: Scene): readonly PlayerInput[] {
  const { input, verbAt } = read(text, scene)
  if (input.mood !== 'wish') return [input]
  const others = listCommonVerbs(input.all, verbAt).map((verb) => withVerb(input, verbAt, verb))
  return [input, ...others]
}

function read(text: string, scene: Scene): { readonly input: PlayerInput; readonly verbAt: number } {
  const typed = withoutTail(outsideQuotes(text))
  const spelled = correctTypos(expandAbbreviations(tokenize(typed)), vocabularyOf(scene)).map(goForGet)
  const all = withPlainVerbs(spelled)
  const { mood, verbAt } = readSentence(all, typed)
  const verb = all[verbAt]
  const input = {
    text: text.slice(0, MAX_CHARACTERS),
    all,
    stems: contentStems(all),
    verb: verb === undefined ? null : stem(verb),
    verbKinds: verb === undefined ? [] : kindsOf(verb),
    object: verb === undefined ? [] : findObject(all, verbAt),
    mood,
    isQuestion: mood === 'question',
  }
  return { input, verbAt }
}

function withVerb(input: PlayerInput, verbAt: number, verb: string): PlayerInput {
  const all = input.all.with(verbAt, verb)
  return { ...input, all, stems: contentStems(all), verb: stem(verb), verbKinds: kindsOf(verb) }
}

/** The stems between the verb, or its particle, and the next preposition. */
function findObject(all: readonly string[], verbAt: number): readonly string[] {
  const rest = all.slice(verbAt + 1)
  const from = PARTICLES.has(rest[0] ?? '') ? 1 : 0
  const end = rest.findIndex((word, index) => index >= from && word !== 'of' && PREPOSITIONS.has(word))
  return contentStems(rest.slice(from, end < 0 ? undefined : end))
}

/** A verb that the narrator does not know more about is something done to a thing. */
function kindsOf(verb: string): readonly VerbKind[] {
  const kinds = verbKinds(stem(verb))
  return kinds.length > 0 ? kinds : ['action']
}

/** "Take the peppers while she snores": when or why something is done does not belong to the wish. */
function withoutTail(given: string): string {
  const text = given.replace(/\bwithout \p{L}+ing\b[^,.;?]*/iu, ' ')
  const at = text.search(TAIL)
  return at > 0 && !text.includes('?', at) && text.slice(0, at).trim().includes(' ') ? text.slice(0, at) : text
}

/** A quotation is not a wish, unless the message has nothing else. */
function outsideQuotes(text: string): string {
  const outside = text.slice(0, MAX_CHARACTERS).replace(/"[^"]*"|“[^“”]*”/g, ' ')
  return /\p{L}/u.test(outside) ? outside : text
}

/** The words of this scene; a similar word in a message is treated as a typo of one of them. */
function vocabularyOf({ view, place, options, visible, speakers, playerCharacter }: Scene): ReadonlySet<string> {
  const texts = [
    ...options.flatMap(({ label, name, slots }) => [label, name, ...slots.flatMap(wordsOfSlot)]),
    ...view.functions.flatMap(({ name, description }) => [name, description]),
    ...visible.map(({ name }) => name),
    ...speakers.flatMap(({ name, topics }) => [name, ...topics.flatMap(({ about, label }) => [...about, label])]),
    ...[...view.graphs, ...visible, ...(playerCharacter === null ? [] : [playerCharacter])].flatMap(({ details }) =>
      details.flatMap(({ words }) => words),
    ),
    place?.name,
    place?.description,
    view.summary,
  ]
  const words = texts.flatMap((text) => tokenize(text ?? ''))
  return new Set([...words, ...options.flatMap(({ phrases }) => phrases.flat())])
}

function wordsOfSlot(slot: ParameterView): readonly (string | null)[] {
  if (slot.type === 'entity') return slot.choices.map(({ name }) => name)
  return slot.type === 'choice' ? [slot.description, ...slot.values.map(String)] : []
}

/** "Get to the mill" means go; "get the lamp" means take. */
function goForGet(word: string, index: number, all: readonly string[]): string {
  const isPossessed = /^(have|has|had|i|we)$/.test(all[index - 1] ?? '') && all.includes('have')
  return /^(get|gets|got|getting)$/.test(word) && !isPossessed && DIRECTION_WORDS.has(all[index + 1] ?? '')
    ? 'go'
    : word
}

/** Expands the one-letter commands of text adventures. */
function expandAbbreviations(words: string[]): string[] {
  const [first, second] = words
  if (words.length === 1 && first !== undefined) return [SHORT_COMMANDS[first] ?? first]
  if (words.length === 2 && first !== undefined && second !== undefined) {
    return [first === 'x' ? 'examine' : first, SHORT_DIRECTIONS[second] ?? second]
  }
  return words
}

const MAX_CHARACTERS = 2000
const TAIL =
  /(?:while|because|since|as long as|so that|so|before|as) (?:he|she|it|they|the|i|no one|nobody|nothing|we|everyone)/i
const PARTICLES = new Set(['up', 'down', 'out', 'off', 'on', 'over', 'back', 'away', 'in'])
const SHORT_DIRECTIONS: Record<string, string | undefined> = {
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  u: 'up',
  d: 'down',
}
const SHORT_COMMANDS: Record<string, string | undefined> = { ...SHORT_DIRECTIONS, l: 'look', i: 'inventory', z: 'wait' }
const DIRECTION_WORDS = new Set([
  'to',
  'into',
  'in',
  'out',
  'up',
  'down',
  'back',
  'across',
  'onto',
  'on',
  'off',
  'through',
])
