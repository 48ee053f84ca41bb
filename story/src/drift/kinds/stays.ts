import { textOf } from '../../gamebook/authoredText.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { renderName } from '../../traits/described/prompt.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import type { Spotted } from '../driftFinding.ts'
import { afterVerb, type Claim } from '../sentences/claim.ts'
import type { Sentence } from '../sentences/prose.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import type { World } from '../../state/world.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls } from '../world/turnEvents.ts'
import { spanOf } from './detector.ts'
import { KEPT_OUT } from './failurePhrases.ts'
import { ARRIVING, GOING, moveTarget, tokensOf } from './motion.ts'
import { ownVocabularyOf } from './otherPlaces.ts'
import { readPlain } from './outcomeCues.ts'

/** Where the text leaves the player in the place from which the engine has moved them. Without a fact. */
export function findStays(scene: Scene): readonly Spotted[] {
  const { before, after, claims, prose } = scene
  const graphs = placeGraphs(after.gamebook)
  const hasMoved = graphs.some((graph) => currentNodeId(before, graph) !== currentNodeId(after, graph))
  if (!hasMoved) return []
  const told = prose.sentences.filter((sentence) => isTold(sentence) && STAYS.test(textIn(sentence)))
  const places = new Set(graphs.map((graph) => currentNodeId(after, graph)))
  const last = claims.findLast(({ verb }) => GOING.has(verb) || ARRIVING.has(verb))
  const stays = claims.filter((claim) => {
    if (claim.isDenied || last !== undefined) return false
    if (STAYING.has(claim.verb) && STAYS_AT.test(afterVerb(claim)[0]?.text ?? '')) return true
    return !GOING.has(claim.verb) && !ARRIVING.has(claim.verb) && moveTarget(scene, claim, places) !== null
  })
  return [
    ...told.map((sentence) => spanOf(sentence.tokens, '')),
    ...stays.map((claim) => spanOf(tokensOf(claim), '')),
    ...surroundings(scene, last),
  ]
}

/** The player does not get away, or is still among what only the place before it has. */
function surroundings(scene: Scene, last: Claim | undefined): readonly Spotted[] {
  const own = wordsOnlyAt(scene, scene.before, scene.after)
  const { sentences } = scene.prose
  const hasOwn = (sentence: Sentence | undefined): boolean =>
    sentence?.tokens.some(({ text }) => own.has(text)) === true
  const hasFailed = lastCalls(scene.input.receipts).every(({ result }) => result === 'applied')
  return sentences.flatMap((sentence, index) => {
    if (!isTold(sentence) || (last !== undefined && last.sentence.index >= index)) return []
    const isKeptOut = hasFailed && KEPT_OUT.test(readPlain(scene, sentence))
    const isAround = last === undefined && AROUND_YOU.test(textIn(sentence)) && hasOwn(sentence)
    const isStill = isKeptOut && (hasOwn(sentence) || hasOwn(sentences[index + 1]))
    return isStill || isAround ? [spanOf(sentence.tokens, '')] : []
  })
}

/** Whether the text has words that only the description of the new place has, and not that of the place before. */
export function hasArrived(scene: Scene): boolean {
  const own = wordsOnlyAt(scene, scene.after, scene.before)
  const told = scene.prose.sentences.flatMap(({ tokens }) => tokens.flatMap(({ text }) => (own.has(text) ? text : [])))
  return new Set(told).size >= FEWEST_OWN
}

const FEWEST_OWN = 2

/** What the description of the place in one world has, and that of the place in another has not. */
function wordsOnlyAt({ after }: Scene, here: World, there: World): ReadonlySet<string> {
  const { gamebook } = after
  const names = placeGraphs(gamebook).flatMap(({ graph }) =>
    (graph?.nodeIds ?? []).flatMap((id) => {
      const node = gamebook.entities.get(id)
      return node === undefined ? [] : renderName(after, node)
    }),
  )
  return new Set(
    placeGraphs(gamebook).flatMap((graph) => {
      const [from, to] = [here, there].map((world) => gamebook.entities.get(currentNodeId(world, graph)))
      if (from === undefined || to === undefined || from === to) return []
      const texts = [to.described, ...to.details].map((text) => {
        if (text === undefined) return ''
        return 'description' in text ? textOf(text.description) : textOf(text.text)
      })
      return [...ownVocabularyOf(gamebook, from, new Set(splitPhrase([...texts, ...names].join(' '))))]
    }),
  )
}

const isTold = ({ isQuestion, isImagined }: Sentence): boolean => !isQuestion && !isImagined
const textIn = ({ tokens }: Sentence): string => tokens.map(({ text }) => text).join(' ')

/** `you are standing by`, `you sit among` */
const AROUND_YOU =
  /\byou (?:are|stand|sit|lie|hang|kneel|crouch|wait|float|find yourself|come out|end up|land|wake) (?:\S+ ){0,3}?(?:by|at|among|under|beside|between|in|inside|on|before|amid)\b/

const STAYING: ReadonlySet<string> = new Set(['stay', 'remain'])
const STAYS_AT = /^(?:where|put|here|in|at|on|by|with|outside|there)$/

const STAYS =
  /\byou (?:stay|remain) (?:where you are|put|here|in|at|on)\b|\byou (?:do not|don't) (?:go|move|leave)(?: (?:in|there|anywhere|through|yet|any farther|any further)\b|$| ,| \.)|\byou change your mind\b|\byou get no farther\b/
