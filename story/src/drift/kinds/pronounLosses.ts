import type { Entity } from '../../gamebook/gamebook.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Sentence } from '../sentences/prose.ts'
import { FROM_YOUR_HANDS, IN_YOUR_HANDS } from '../sentences/yourHands.ts'
import { isKept } from '../world/carried.ts'
import { hasFact } from '../world/facts.ts'
import { listMentions } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf } from './detector.ts'

/** What the player has is lost, and called by a pronoun: `It slides off your palm. You won't get it back.` */
export function findPronounLosses(scene: Scene): readonly Spotted[] {
  return scene.prose.sentences.flatMap((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return []
    const words = sentence.tokens.map(({ text }) => text)
    const text = words.join(' ')
    const item = isLoss(text) && !UNREAL.test(text) ? lastNamed(scene, sentence) : null
    if (item === null || !isKept(scene, item) || isRegained(scene, sentence)) return []
    return [spanOf(sentence.tokens, hasFact(scene, item), item.id)]
  })
}

function isLoss(text: string): boolean {
  return FOR_GOOD.test(text) || (ESCAPES.test(text) && (AWAY.test(text) || FROM_YOUR_HANDS.test(text)))
}

const IT = '(?:it|them|him|her|that)'
/** Not as in "the wax on it". */
const THEY = '(?<!\\b(?:on|of|in|from|with|under|over|behind|at|to|by|for|around) )\\b(?:it|they)'
const FOR_GOOD = new RegExp(
  [
    `\\bnothing (?:is |remains )?left of ${IT}\\b`,
    `\\bwhat is left of ${IT}\\b`,
    `\\bso much for (?:${IT}|the|your)\\b`,
    `\\byou (?:will not|won't|will never) (?:get|see|find) ${IT} (?:back|again)\\b`,
    `\\byou have lost ${IT}\\b`,
    `${THEY} (?:is|are|has|have) (?:been )?(?:lost|stolen|destroyed)\\b`,
    `${THEY} (?:comes?|falls?|goes|breaks?|flies) (?:to|in|into) (?:pieces|two|bits)\\b`,
    `\\b(?:carries|tears|blows|whirls|sweeps|snatches) ${IT} (?:off|away|out of your)\\b`,
    `\\btakes ${IT} (?:out of|from) (?:yours|you|your)\\b`,
    '\\byour (?:hand|pocket) comes (?:back|out|up) empty\\b',
    `${THEY} (?:must )?have (?:dropped|fallen|slipped) out\\b`,
    '\\bout of your (?:hands|fingers|grip)\\b.*\\b(?:over|into|through|gone|down)\\b',
  ].join('|'),
)
const ESCAPES =
  /\b(?:it|they) (?:\w+ly )?(?:slips?|slides?|runs?|rolls?|bounces?|drops?|falls?|flies|tumbles?|jumps?|goes)\b/
const AWAY =
  /\b(?:through your fingers|out of sight|overboard|down the (?:drain|shaft|well)|into the (?:dark|water|sea|river|well|gutter|drain|abyss|deep))\b/
const UNREAL = /\b(?:if|would|could|might|may|almost|nearly|not let|as if|as though|like)\b/

/** The thing that was named last, in this sentence or the two before it. */
function lastNamed(scene: Scene, { index }: Sentence): Entity | null {
  const { items, prose } = scene
  const near = prose.sentences.slice(Math.max(0, index - 2), index + 1).toReversed()
  const named = near.flatMap(({ tokens }) => listMentions(items, tokens, true).toReversed())
  return named[0]?.entity ?? null
}

function isRegained({ prose }: Scene, { index }: Sentence): boolean {
  return prose.sentences.slice(index).some(({ tokens }) => {
    const text = tokens.map((token) => token.text).join(' ')
    return REGAINED.test(text) || (AGAIN.test(text) && IN_YOUR_HANDS.test(text))
  })
}

const REGAINED = /\b(?:catch|pick|snatch|fish|scoop|grab|find) (?:it|them|him|her)\b(?! not)|\bcatches? it\b/
const AGAIN = /\b(?:again|back|once more)\b/
