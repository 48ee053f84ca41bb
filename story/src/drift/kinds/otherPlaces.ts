import type { Entity } from '../../gamebook/gamebook.ts'
import { textOf } from '../../gamebook/authoredText.ts'
import { narrationsIn } from '../../play/narrationsIn.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { buildTurnText } from '../../prompt/buildTurnText.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import { isEnglish } from '../language/isEnglish.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls, targetOf } from '../world/turnEvents.ts'
import type { Spotted } from '../driftFinding.ts'
import { spanOf } from './detector.ts'

/** Parts of a text that describe another place as if the player were there: they have words that only it has. */
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
    const own = wordsOnlyOf(place, visible)
    return describing(scene, place, own, refused.has(place.id) ? 2 : 3)
  })
}

function placesOf({ after: { gamebook } }: Scene): readonly Entity[] {
  return placeGraphs(gamebook).flatMap(({ graph }) =>
    (graph?.nodeIds ?? []).flatMap((id) => gamebook.entities.get(id) ?? []),
  )
}

function wordsOnlyOf({ described, details, graphNode }: Entity, visible: ReadonlySet<string>): ReadonlySet<string> {
  const texts = [
    described === undefined ? '' : textOf(described.description),
    ...details.map(({ text }) => textOf(text)),
    graphNode?.firstVisit == null ? '' : textOf(graphNode.firstVisit),
  ]
  return new Set(
    splitPhrase(texts.join(' ')).filter((word) => word.length > 3 && !visible.has(word) && !COMMON.test(word)),
  )
}

/** So many of the words, in sentences close to each other that speak of what is there. */
function describing({ prose }: Scene, place: Entity, own: ReadonlySet<string>, least: number): readonly Spotted[] {
  const spots = prose.sentences.flatMap((sentence) => {
    const words = sentence.tokens.filter(({ isWord }) => isWord).map(({ text }) => text)
    const text = words.join(' ')
    if (sentence.isQuestion || sentence.isImagined || ELSEWHERE.test(text)) return []
    const found = new Set(words.filter((word) => own.has(word)))
    return found.size === 0 ? [] : [{ sentence, found }]
  })
  const all = new Set(spots.flatMap(({ found }) => [...found]))
  const [first] = spots
  if (first === undefined || all.size < least) return []
  return [spanOf(first.sentence.tokens, '', place.id)]
}

const ELSEWHERE =
  /\b(?:leads?|beyond|if|would|could|can|might|may|will|from here|far|somewhere|ahead|lies|toward|towards|until|think|remember|not|never|no)\b/
const COMMON =
  /^(?:there|here|that|this|with|from|have|been|they|them|your|what|when|where|which|into|only|still|very|more|most|some|than|then|their|about|after|before|over|under|just|like|even|never|always|once|back|down|through|other|every|something|nothing|someone|somebody|everything|does|will|would|could|long|little|small|great|good|well|much|many|away|again|around|against|between|hand|hands|eyes|face|head|door|room|wall|walls|floor|light|dark|night|time|side|look|looks|stands|lies|hangs|sits|comes|goes|stand|come|gone|made|make|take|takes|open|closed|first|last|left|right|white|black|warm|cold|smell|smells)$/
