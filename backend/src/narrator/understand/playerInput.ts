import type { ParameterView } from '@llm-gamebook/story'
import type { Scene } from '../scene/scene.ts'
import { contentStems } from '../words/contentWords.ts'
import { correctTypos } from '../words/correctTypos.ts'
import { tokenize } from '../words/tokenize.ts'
import { isVerb, verbKinds, type VerbKind } from '../words/verbs.ts'

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
  /** "do not open it": the player does not want what it names. */
  readonly isNegated: boolean
  /** "what is in the cellar": a question, not a wish. */
  readonly isQuestion: boolean
}

export function toPlayerInput(text: string, scene: Scene): PlayerInput {
  const all = correctTypos(expandAbbreviations(tokenize(outsideQuotes(text))), vocabularyOf(scene)).map(goForGet)
  const stems = contentStems(all)
  const verb = findVerb(all)
  return {
    text: text.slice(0, MAX_CHARACTERS),
    all,
    stems,
    verbKinds: verb === undefined ? [] : verbKinds(verb),
    isNegated: all.some((word) => NEGATIONS.has(word)),
    isQuestion: QUESTION_WORDS.has(all[0] ?? ''),
  }
}

/** A quotation is not a wish, unless the message has nothing else. */
function outsideQuotes(text: string): string {
  const outside = text.slice(0, MAX_CHARACTERS).replace(/"[^"]*"|“[^“”]*”/g, ' ')
  return /\p{L}/u.test(outside) ? outside : text
}

/** The first verb after the last "I": "with the lantern held high I walk". */
function findVerb(all: readonly string[]): string | undefined {
  const stems = contentStems(all.slice(all.lastIndexOf('i') + 1))
  return stems.find(isVerb) ?? contentStems(all).find(isVerb)
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
  return /^(get|gets|got|getting)$/.test(word) && DIRECTION_WORDS.has(all[index + 1] ?? '') ? 'go' : word
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
const SHORT_DIRECTIONS: Record<string, string | undefined> = {
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  u: 'up',
  d: 'down',
}
const SHORT_COMMANDS: Record<string, string | undefined> = { ...SHORT_DIRECTIONS, l: 'look', i: 'inventory', z: 'wait' }
const NEGATIONS = new Set(['not', 'never', 'dont', 'wont', 'cannot'])
const QUESTION_WORDS = new Set(['what', 'who', 'whom', 'whose', 'where', 'why', 'when', 'how', 'which'])
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
