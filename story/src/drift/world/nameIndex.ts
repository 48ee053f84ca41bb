import type { Entity } from '../../gamebook/gamebook.ts'
import { foldText } from '../sentences/foldText.ts'
import type { Sentence, Token } from '../sentences/prose.ts'

/** A thing, person or place with the words that name it. */
export interface Named {
  readonly entity: Entity
  readonly name: string
}

export interface Mention {
  readonly entity: Entity
  /** The tokens of the sentence from `from` up to `to`. */
  readonly from: number
  readonly to: number
  /** Only the main word of the name: `the lantern` for "Storm lantern". */
  readonly isShort: boolean
}

interface Entry {
  readonly words: readonly string[]
  readonly entity: Entity
  readonly isShort: boolean
}

/** Finds names in text. By its main word alone, something is known only if no other name has that word. */
export interface NameIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Entry[]>
}

export function indexNames(named: readonly Named[], otherNames: readonly string[] = []): NameIndex {
  const full = named.flatMap(({ entity, name }): readonly Entry[] => {
    const words = splitPhrase(name)
    return words.length === 0 ? [] : [{ words, entity, isShort: words.length === 1 }]
  })
  const counts = new Map<string, number>()
  const texts = new Set([
    ...named.map(({ name }) => splitPhrase(name).join(' ')),
    ...otherNames.map((name) => splitPhrase(name).join(' ')),
  ])
  for (const text of texts) {
    for (const head of headsOf(text.split(' '))) counts.set(head, (counts.get(head) ?? 0) + 1)
  }
  const short = full.flatMap((entry): readonly Entry[] =>
    headsOf(entry.words).flatMap((head) =>
      entry.words.length > 1 && head.length > 2 && counts.get(head) === 1
        ? [{ ...entry, words: [head], isShort: true }]
        : [],
    ),
  )
  const byFirstWord = new Map<string, Entry[]>()
  for (const entry of [...full, ...short]) {
    const first = entry.words[0] ?? ''
    byFirstWord.set(
      first,
      [...(byFirstWord.get(first) ?? []), entry].toSorted((a, b) => b.words.length - a.words.length),
    )
  }
  return { byFirstWord }
}

/** What is named in a sentence, in order; the longest name counts. With `isNew`, `a lantern` is the one that is known. */
export function listMentions(
  { byFirstWord }: NameIndex,
  tokens: Sentence['tokens'],
  isNew = false,
): readonly Mention[] {
  const mentions: Mention[] = []
  let at = 0
  while (at < tokens.length) {
    const entry = byFirstWord
      .get(tokens[at]?.text ?? '')
      ?.find(({ words }) => words.every((word, index) => tokens[at + index]?.text === word))
    if (entry === undefined || isPartOfOther(tokens, at, entry, isNew)) {
      at += 1
      continue
    }
    mentions.push({ entity: entry.entity, from: at, to: at + entry.words.length, isShort: entry.isShort })
    at += entry.words.length
  }
  return mentions
}

/** By a main word alone, `a lantern` and `the lantern room` are something else. */
function isPartOfOther(tokens: readonly Token[], at: number, { words, isShort }: Entry, isNew: boolean): boolean {
  let before = at - 1
  for (
    let steps = 0;
    steps < 3 && tokens[before]?.isWord === true && !DEFINITE.has(tokens[before]?.text ?? '');
    steps += 1
  ) {
    if (INDEFINITE.has(tokens[before]?.text ?? '')) break
    before -= 1
  }
  const determiner = tokens[before]?.text ?? ''
  if (DENYING.has(determiner)) return true
  if (!isShort || (isNew && /^an?$/.test(determiner))) return false
  const isCapitalized = tokens[at]?.isCapitalized === true && at > 0
  return !isCapitalized && !DEFINITE.has(determiner) && !determiner.endsWith("'s") && words.length === 1
}

const DEFINITE: ReadonlySet<string> = new Set([
  'the',
  'your',
  'my',
  'his',
  'her',
  'its',
  'their',
  'our',
  'this',
  'that',
])
const DENYING: ReadonlySet<string> = new Set(['no', 'any', 'every', 'each', 'another', 'without'])
const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an', 'some', ...DENYING])

/** The words of a name without its article. */
export function splitPhrase(name: string): readonly string[] {
  const words =
    foldText(name)
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
  return words.length > 1 && /^(?:the|a|an|your|my)$/.test(words[0] ?? '') ? words.slice(1) : words
}

/** The main word: the last one, or the one before `of`; both for "pair of shears". */
function headsOf(words: readonly string[]): readonly string[] {
  const of = words.findIndex((word) => /^(?:of|with|from|in|for|at)$/.test(word))
  const head = (of > 0 ? words[of - 1] : words.at(-1)) ?? ''
  return of > 0 && MEASURES.has(head) ? [head, words.at(-1) ?? head] : [head]
}

const MEASURES: ReadonlySet<string> = new Set(
  'pair set piece bunch coil bundle roll stack ball length sheet stick loaf lump scrap slip bit pack'.split(' '),
)
