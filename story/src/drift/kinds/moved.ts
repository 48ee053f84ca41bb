import { placeGraphs } from '../../play/placeGraphs.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { afterVerb, type Claim } from '../sentences/claim.ts'
import { placeFact } from '../world/facts.ts'
import { listMentions } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls, listChanges, targetOf, valuesOf } from '../world/turnEvents.ts'
import { findOtherPlaces } from './otherPlaces.ts'
import { spanOf, type Detector } from './detector.ts'
import { isUnsure } from '../sentences/unsure.ts'
import { GOING, moveTarget, tokensOf } from './motion.ts'
import { findStays } from './stays.ts'
import { findEntry, findPassage } from './outcomeCues.ts'
import type { Spotted } from '../driftFinding.ts'

/** The player is somewhere else than the engine knows. */
export const movedUnconfirmed: Detector = (scene) => {
  const here = placesOfTurn(scene)
  if (here.size === 0) return []
  const fact = placeFact(scene)
  const spots = spotsOf(scene, here, fact)
  if (countMoves(scene) < 2) return spots
  const arrival = lastArrival(scene)
  return spots.filter(({ end }) => end > arrival)
}

function countMoves({ after, input }: Scene): number {
  const changes = listChanges(input.receipts)
  const moves = placeGraphs(after.gamebook).map(({ id }) => valuesOf(changes, id, 'current_node_id').length / 2)
  return Math.max(0, ...moves)
}

/**
 * Where the text last names the place in which the player ends; 0 if it does not. After several moves, what comes before
 * it is the route.
 */
function lastArrival({ after, places, prose }: Scene): number {
  const ids = new Set(placeGraphs(after.gamebook).map((graph) => currentNodeId(after, graph)))
  const named = prose.sentences.flatMap(({ tokens }) =>
    listMentions(places, tokens).flatMap(({ entity, from }) => (ids.has(entity.id) ? (tokens[from]?.start ?? 0) : [])),
  )
  return named.at(-1) ?? 0
}

function spotsOf(scene: Scene, here: ReadonlySet<string>, fact: string): readonly Spotted[] {
  return [
    ...departures(scene, here, fact),
    ...findStays(scene).map((spot) => ({ ...spot, fact })),
    ...findOtherPlaces(scene, here).map((spot) => ({ ...spot, fact })),
    ...scene.claims.flatMap((claim) => {
      const target = moveTarget(scene, claim, here)
      return target === null ? [] : [spanOf(tokensOf(claim), fact, target)]
    }),
    ...scene.claims.flatMap((claim) => arrivals(scene, claim, here, fact)),
    ...otherClaims(scene, here, fact),
    ...passages(scene, here, fact),
  ]
}

/** The player gets through to a place that the engine has refused, or is let in somewhere. */
function passages(scene: Scene, here: ReadonlySet<string>, fact: string): readonly Spotted[] {
  const places = placeGraphs(scene.after.gamebook).flatMap(({ graph }) => graph?.nodeIds ?? [])
  const isRefused = lastCalls(scene.input.receipts).some(
    (call) => call.result === 'refused' && places.includes(targetOf(call) ?? ''),
  )
  if (here.size > 1) return []
  const told = isRefused ? findPassage(scene) : findEntry(scene)
  return told === null ? [] : [spanOf(told.tokens, fact)]
}

/** The player leaves the place, and the engine has moved no one. */
function departures(scene: Scene, here: ReadonlySet<string>, fact: string): readonly Spotted[] {
  if (here.size > 1) return []
  return scene.claims.flatMap((claim) => {
    const rest = afterVerb(claim)
    const [mention] = listMentions(scene.places, rest)
    const isHere = mention !== undefined && here.has(mention.entity.id)
    const isLeaving = claim.verb === 'leave' && rest.slice(0, mention?.from).every(({ text }) => LEAVING.test(text))
    return isHere && isLeaving && !claim.isDenied ? [spanOf(tokensOf(claim), fact)] : []
  })
}

const LEAVING = /^(?:the|your|and|old|great|dark)$/

/** The places where the player was during the turn. */
export function placesOfTurn({ before, after, input }: Scene): ReadonlySet<string> {
  const changes = listChanges(input.receipts)
  return new Set(
    placeGraphs(after.gamebook).flatMap((graph) => [
      currentNodeId(before, graph),
      currentNodeId(after, graph),
      ...valuesOf(changes, graph.id, 'current_node_id').filter((value) => typeof value === 'string'),
    ]),
  )
}

/** The end of a way with more than one part: `you run, down the stairs and out onto the porch`. */
function arrivals(scene: Scene, claim: Claim, here: ReadonlySet<string>, fact: string): readonly Spotted[] {
  if (claim.isDenied || !GOING.has(claim.verb)) return []
  const rest = claim.sentence.tokens.slice(claim.at + 1)
  return listMentions(scene.places, rest).flatMap(({ entity, from, to }) => {
    const before = rest
      .slice(0, from)
      .map(({ text }) => text)
      .join(' ')
    const isEnd = ONTO.test(before) && !AWAY_FROM_WAY.test(before)
    return isEnd && !here.has(entity.id) ? [spanOf(rest.slice(Math.max(0, from - 3), to), fact, entity.id)] : []
  })
}

const ONTO = /(?:\b(?:into|onto|out on|inside)|:)(?: (?:the|a|your))?(?: [a-z-]+)?$/
/** What is seen, thrown or said goes there without the player. */
const AWAY_FROM_WAY =
  /\b(?:look|looks|see|peer|gaze|stare|watch|listen|call|shout|throw|throws|toss|push|point|leads?|light|door|window|opens?|if|would|could|can|might|may|will|not|never|until|toward|towards|it|he|she|they)\b/

/** `you are now in the hall`, `the hall closes around you`, `lets you in`. */
function otherClaims(scene: Scene, here: ReadonlySet<string>, fact: string): readonly Spotted[] {
  return scene.prose.sentences.flatMap((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return []
    const words = sentence.tokens.map(({ text }) => text)
    return listMentions(scene.places, sentence.tokens, true).flatMap((mention) => {
      if (here.has(mention.entity.id)) return []
      const lead = words.slice(0, mention.from).join(' ')
      const before = words.slice(Math.max(0, mention.from - 12), mention.from).join(' ')
      const after = words.slice(mention.to, mention.to + 6).join(' ')
      const isHere = BEING_AT.test(before) || BROUGHT.test(before) || CLOSES_AROUND.test(after)
      return isHere && !isUnsure(lead)
        ? [spanOf(sentence.tokens.slice(Math.max(0, mention.from - 4), mention.to), fact, mention.entity.id)]
        : []
    })
  })
}

/** What is there is not where the player is. */
const LOOKING =
  'look|looking|watching|staring|gazing|peering|listening|thinking|reading|facing|pointing|waiting to|to|from|toward|towards|through|about|near|outside|between|beyond|who|which|that|and|but|than|of the way'
const BROUGHT =
  /\b(?:drags|pulls|pushes|leads|carries|shoves|throws|takes|brings|hauls|marches|escorts|ushers|guides|sweeps|waves|lets) you (?:(?:out|up|down|back|away|straight|off|along) ){0,2}(?:in|into|to|through|onto|inside)(?: the)?$/
const BEING_AT = new RegExp(
  '\\byou (?:are|stand|sit|lie|crouch|kneel|wait|find yourself|end up|emerge|arrive|come out|wake(?: up)?|land) ' +
    `(?:(?!(?:${LOOKING})\\b)[a-z'-]+ ){0,8}?(?:in|inside|at|on|into|among|onto|middle of|center of|floor of|(?:beside|by|under|behind|at|on) the [a-z-]+ of)(?: the| an?| your)?$`,
)
const CLOSES_AROUND =
  /^(?:closes?|opens?|rises?|folds?|wraps?|lies|spreads?|swallows?|receives?|welcomes?) (?:in |up |out )?(?:around|about|over|before|round)? ?you\b|^(?:is|lies) (?:[a-z]+ ){0,4}around you\b/
