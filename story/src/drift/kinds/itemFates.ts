import type { Entity } from '../../gamebook/gamebook.ts'
import type { Sentence, Token } from '../sentences/prose.ts'
import { isUnsure } from '../sentences/unsure.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { renderName } from '../../traits/described/prompt.ts'
import { holderOf } from '../../traits/item/holder.ts'
import { listMentions, splitPhrase } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { ELSEWHERE, GAINED, LOST, REGAINED } from './fatePhrases.ts'

/** Where a sentence says what becomes of a thing. */
export interface Fate {
  readonly item: Entity
  readonly kind: 'gained' | 'lost' | 'elsewhere'
  readonly tokens: readonly Token[]
}

/** What the text says that becomes of things, whoever acts. What is had again in the end counts as never lost. */
export function findFates(scene: Scene): readonly Fate[] {
  const known = fates.get(scene) ?? scene.prose.sentences.flatMap((sentence) => fatesIn(scene, sentence))
  fates.set(scene, known)
  return known
}

const fates = new WeakMap<Scene, readonly Fate[]>()

function fatesIn(scene: Scene, sentence: Sentence): readonly Fate[] {
  if (sentence.isQuestion || sentence.isImagined) return []
  return placesOf(scene, sentence).flatMap((place) => {
    const { words, offset } = wordsAround(sentence, place)
    const found = KINDS.flatMap(([kind, pattern]): readonly Fate[] => {
      const match = pattern.exec(words)
      if (
        match === null ||
        isUnsure(words.slice(0, match.index)) ||
        NEGATION.test(match[0]) ||
        OPENS_CONDITION.test(words)
      )
        return []
      if (kind === 'gained' && AWAY.test(match[0])) return []
      if (kind !== 'gained' && namesHolder(scene, sentence, place.item)) return []
      if (kind === 'elsewhere' && namesOtherPlace(scene, sentence)) return []
      if (kind === 'lost' && isHadAgain(scene, sentence, place.item)) return []
      return [{ item: place.item, kind, tokens: tokensOf(sentence, words, match, offset) }]
    })
    return found.slice(0, 1)
  })
}

/** The first one that fits counts. */
const KINDS = [
  ['gained', GAINED],
  ['lost', LOST],
  ['elsewhere', ELSEWHERE],
] as const
const NEGATION =
  /\b(?:not|never|no|nearly|almost|if|would|could|might|may|will|cannot|can't|won't|doesn't|don't|isn't)\b(?! longer)/

/** Whether a sentence speaks of what the thing is in, or leaves open where it is. */
function namesHolder({ after }: Scene, { tokens }: Sentence, item: Entity): boolean {
  const holder = holderOf(after, item)
  const names =
    holder === null || holder.described === undefined ? [] : splitPhrase(renderName(after, holder)).slice(-1)
  return tokens.some(({ text }) => names.includes(text) || SOMEWHERE.has(text))
}

/** The engine knows what holds a thing, but not where that is. */
function namesOtherPlace({ after, places }: Scene, { tokens }: Sentence): boolean {
  const here = new Set(placeGraphs(after.gamebook).map((graph) => currentNodeId(after, graph)))
  return listMentions(places, tokens).some(({ entity }) => !here.has(entity.id))
}

const SOMEWHERE: ReadonlySet<string> = new Set('somewhere anywhere elsewhere'.split(' '))

const AWAY = /\b(?:gone|from|missing|lost|out of)\b|\byour \S+'s /
const OPENS_CONDITION = /^(?:if|when|once|until|unless|whenever) you (?:have|get|can|could)\b/

interface Place {
  readonly item: Entity
  readonly from: number
  readonly to: number
}

/** Where things are named, or meant by a pronoun. */
function placesOf(scene: Scene, sentence: Sentence): readonly Place[] {
  const named = listMentions(scene.items, sentence.tokens, true)
    .filter(({ entity, from }) => !isOfOthers(scene, entity, sentence.tokens[from - 1]?.text ?? ''))
    .map(({ entity, from, to }) => ({ item: entity, from, to }))
  const meant = sentence.tokens.flatMap(({ text }, at): readonly Place[] => {
    if (text !== 'it' && text !== 'them' && text !== 'they' && text !== "it's") return []
    const item = named.findLast(({ to }) => to <= at)?.item ?? namedBefore(scene, sentence)
    return item === null ? [] : [{ item, from: at, to: at + 1 }]
  })
  return [...named, ...meant]
}

/** `her shadow`, which is not "Mr. Dunn's shadow". */
function isOfOthers({ after }: Scene, item: Entity, determiner: string): boolean {
  if (!OTHERS.has(determiner)) return false
  const name = renderName(after, item)
  return !name.includes("'s ") || (determiner === 'her' && /\bmr\b/i.test(name))
}

const OTHERS: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its'])

/** The only thing that the sentence before it names, in the same paragraph. */
function namedBefore({ items, prose }: Scene, { index, paragraph }: Sentence): Entity | null {
  const before = prose.sentences[index - 1]
  if (before === undefined || before.paragraph !== paragraph) return null
  const named = new Set(listMentions(items, before.tokens, true).map(({ entity }) => entity))
  const [only] = named
  return named.size === 1 && only !== undefined ? only : null
}

/** The words of a sentence with `X` for the thing and what determines it. */
function wordsAround({ tokens }: Sentence, { from, to }: Place): { readonly words: string; readonly offset: number } {
  let start = from
  while (start > 0 && from - start < MOST_ADJECTIVES && tokens[start - 1]?.isWord === true) {
    if (isDeterminer(tokens[start - 1]?.text ?? '')) {
      start -= 1
      break
    }
    start -= 1
  }
  if (!isDeterminer(tokens[start]?.text ?? '')) start = from
  if (tokens[start - 1]?.text === '.' && tokens[start]?.text.endsWith("'s") === true) start -= 2
  const isContracted = tokens[from]?.text === "it's"
  const end = tokens[to]?.text === 'of' && !isDeterminer(tokens[to + 1]?.text ?? '') ? to + 2 : to
  const words = [
    ...tokens.slice(0, start).map(({ text }) => text),
    ...(isContracted ? ['X', 'is'] : ['X']),
    ...tokens.slice(end).map(({ text }) => text),
  ]
  return { words: words.join(' '), offset: end - start - (isContracted ? 2 : 1) }
}

const MOST_ADJECTIVES = 3
const isDeterminer = (word: string): boolean => DETERMINERS.has(word) || word.endsWith("'s")
const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an your my his her its their our this that these those'.split(' '),
)

function tokensOf({ tokens }: Sentence, words: string, match: RegExpExecArray, offset: number): readonly Token[] {
  const first = countWords(words.slice(0, match.index))
  const count = countWords(match[0])
  return tokens.slice(first, first + count + offset)
}

const countWords = (text: string): number => text.split(' ').filter((word) => word !== '').length

/** In sentences. */
const FORESIGHT = 12

/** Whether the text gives the thing back to the player, from a sentence on. */
export function isHadAgain(scene: Scene, sentence: Sentence, item: Entity): boolean {
  return scene.prose.sentences.slice(sentence.index, sentence.index + FORESIGHT).some((later) =>
    placesOf(scene, later).some((place) => {
      if (place.item !== item) return false
      const { words } = wordsAround(later, place)
      const match = REGAINED.exec(words) ?? GAINED.exec(words)
      return match !== null && !isUnsure(words.slice(0, match.index)) && !NEGATION.test(match[0])
    }),
  )
}
