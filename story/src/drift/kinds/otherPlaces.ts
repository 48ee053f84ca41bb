import type { Sentence } from '../sentences/prose.ts'
import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { textOf } from '../../gamebook/authoredText.ts'
import { narrationsIn } from '../../play/narrationsIn.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { buildTurnText } from '../../prompt/buildTurnText.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import { isEnglish } from '../language/isEnglish.ts'
import type { Scene } from '../world/scene.ts'
import { countUses } from '../world/wordUses.ts'
import { lastCalls, targetOf } from '../world/turnEvents.ts'
import type { Spotted } from '../driftFinding.ts'
import { spanOf } from './detector.ts'

/**
 * Sentences that describe another place as if the player were there: they have three words that only its description
 * has. Good prose borrows a word or two from all over the story, so fewer say nothing, nor do those of a whole answer.
 */
export function findOtherPlaces(scene: Scene, here: ReadonlySet<string>): readonly Spotted[] {
  const { after, before, input } = scene
  if (!isEnglish(scene.prose)) return []
  const texts = [buildTurnText(before, () => {}), buildTurnText(after, () => {}), ...narrationsIn(input.receipts)]
  const visible = new Set(splitPhrase([...texts, input.player ?? ''].join(' ')))
  const refused = new Set(
    lastCalls(scene.input.receipts).flatMap((call) => (call.result === 'refused' ? [targetOf(call)] : [])),
  )
  return placesOf(scene).flatMap((place) => {
    if (here.has(place.id)) return []
    const own = ownVocabularyOf(after.gamebook, place, visible)
    return describing(scene, place, own, refused.has(place.id) ? 2 : 3)
  })
}

function placesOf({ after: { gamebook } }: Scene): readonly Entity[] {
  return placeGraphs(gamebook).flatMap(({ graph }) =>
    (graph?.nodeIds ?? []).flatMap((id) => gamebook.entities.get(id) ?? []),
  )
}

/** The words of a place's description that no other text has: neither common nor visible nor of other entities. */
export function ownVocabularyOf(
  gamebook: Gamebook,
  { described, details, graphNode }: Entity,
  visible: ReadonlySet<string>,
): ReadonlySet<string> {
  const texts = [
    described === undefined ? '' : textOf(described.description),
    ...details.map(({ text }) => textOf(text)),
    graphNode?.firstVisit == null ? '' : textOf(graphNode.firstVisit),
  ]
  const uses = countUses(gamebook)
  const isOwn = (word: string): boolean => (uses.get(word) ?? 0) < 2 && !visible.has(word) && !COMMON.test(word)
  return new Set(splitPhrase(texts.join(' ')).filter((word) => word.length > 3 && isOwn(word)))
}

/** A sentence with so many of the words, in clauses that speak of what is there. */
function describing({ prose }: Scene, place: Entity, own: ReadonlySet<string>, least: number): readonly Spotted[] {
  const first = prose.sentences.find((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return false
    const found = new Set(clausesHere(sentence).flatMap((words) => words.filter((word) => own.has(word))))
    return found.size >= least
  })
  return first === undefined ? [] : [spanOf(first.tokens, '', place.id)]
}

/** The clauses before one that looks into the distance, without those that speak of elsewhere. */
function clausesHere(sentence: Sentence): readonly (readonly string[])[] {
  const clauses = clausesOf(sentence)
  const away = clauses.findIndex((words) => FAR_AWAY.test(words.join(' ')))
  return clauses.slice(0, away === -1 ? clauses.length : away).filter((words) => !ELSEWHERE.test(words.join(' ')))
}

/** The words of each part between punctuation marks. */
function clausesOf({ tokens }: Sentence): readonly (readonly string[])[] {
  const clauses: string[][] = [[]]
  for (const { text, isWord } of tokens) {
    if (isWord) clauses.at(-1)?.push(text)
    else if (text !== "'" && text !== '-') clauses.push([])
  }
  return clauses
}

/** What these say holds for the rest of the sentence. */
const FAR_AWAY =
  /\b(?:beyond|past|above|below|overhead|outside|if|would|could|might|may|somewhere|ahead|toward|towards|think|remember|imagine|leads?|can|see|look|watch|hear|smell|window|distance|once|dream|tells?|says?)\b/
const ELSEWHERE =
  /\b(?:leads?|beyond|if|would|could|can|might|may|will|from here|far|somewhere|ahead|lies|toward|towards|until|think|remember|not|never|no)\b/
const COMMON =
  /^(?:there|here|that|this|with|from|have|been|they|them|your|what|when|where|which|into|only|still|very|more|most|some|than|then|their|about|after|before|over|under|just|like|even|never|always|once|back|down|through|other|every|something|nothing|someone|somebody|everything|does|will|would|could|long|little|small|great|good|well|much|many|away|again|around|against|between|hand|hands|eyes|face|head|door|room|wall|walls|floor|light|dark|night|time|side|look|looks|stands|lies|hangs|sits|comes|goes|stand|come|gone|made|make|take|takes|open|closed|first|last|left|right|white|black|warm|cold|smell|smells)$/
