import { placeGraphs } from '../../play/placeGraphs.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { afterVerb, type Claim } from '../sentences/claim.ts'
import { placeFact } from '../world/facts.ts'
import { listMentions } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { listChanges, valuesOf } from '../world/turnEvents.ts'
import { spanOf, type Detector } from './detector.ts'
import type { Spotted } from '../driftFinding.ts'

/** The player is somewhere else than the engine knows. */
export const movedUnconfirmed: Detector = (scene) => {
  const here = placesOfTurn(scene)
  if (here.size === 0) return []
  const fact = placeFact(scene)
  return [
    ...scene.claims.flatMap((claim) => {
      const target = moveTarget(scene, claim, here)
      return target === null ? [] : [spanOf(spanTokens(claim), fact, target)]
    }),
    ...otherClaims(scene, here, fact),
  ]
}

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

function spanTokens({ sentence, at }: Claim) {
  return sentence.tokens.slice(Math.max(0, at - 1), at + 1 + 8)
}

/** Where these lead to is where the player is then. */
const ARRIVING: ReadonlySet<string> = new Set(['enter', 'reach', 'arrive', 'board'])
const GOING: ReadonlySet<string> = new Set(
  (
    'go walk step climb run return descend ascend slip squeeze crawl stride hurry emerge push duck march stroll sneak ' +
    'dash rush stumble stagger tiptoe jump move proceed retreat pass come wander creep ride swim make find get ' +
    'cross race follow'
  ).split(' '),
)
const BEING: ReadonlySet<string> = new Set(['stand', 'sit', 'wake', 'lie'])
const INTO: ReadonlySet<string> = new Set([
  'to',
  'into',
  'in',
  'inside',
  'onto',
  'through',
  'down',
  'up',
  'at',
  'on',
  'out',
  'across',
  'back',
])
/** Between `go to` and the name of the place. */
const PATH =
  /^(?:to|into|in|inside|onto|through|down|up|at|on|out|back|over|across|the|your|and|of|yourself|way|once|more|again|straight|right|left)$/

/** The id of another place, to which a claim moves the player. */
function moveTarget(scene: Scene, claim: Claim, here: ReadonlySet<string>): string | null {
  if (claim.isDenied) return null
  const rest = afterVerb(claim)
  const mention = listMentions(scene.places, rest).find(({ from }) =>
    isDestination(
      claim.verb,
      rest.slice(0, from).map(({ text }) => text),
    ),
  )
  return mention === undefined || here.has(mention.entity.id) ? null : mention.entity.id
}

function isDestination(verb: string, before: readonly string[]): boolean {
  if (before.some((word) => STOPS.has(word))) return false
  const words = before.filter((word) => !/^(?:the|your|and|of|old|great|dark)$/.test(word) && !word.endsWith('ly'))
  if (ARRIVING.has(verb)) return words.every((word) => PATH.test(word))
  const last = words.at(-1) ?? ''
  if (BEING.has(verb)) return words.length === 1 && ['in', 'inside', 'at', 'on'].includes(last)
  return GOING.has(verb) && INTO.has(last)
}

/** On the way to a place is not there; along it may be. */
const STOPS: ReadonlySet<string> = new Set([
  'toward',
  'towards',
  'for',
  'from',
  'past',
  'by',
  'of',
  'like',
  'beside',
  'before',
  'if',
  'that',
  'with',
  'about',
])

/** `you are now in the hall`, `the hall closes around you`, `lets you in`. */
function otherClaims(scene: Scene, here: ReadonlySet<string>, fact: string): readonly Spotted[] {
  return scene.prose.sentences.flatMap((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return []
    const words = sentence.tokens.map(({ text }) => text)
    return listMentions(scene.places, sentence.tokens).flatMap((mention) => {
      if (here.has(mention.entity.id)) return []
      const before = words.slice(Math.max(0, mention.from - 8), mention.from).join(' ')
      const after = words.slice(mention.to, mention.to + 6).join(' ')
      const isHere =
        BEING_AT.test(before) || (CLOSES_AROUND.test(after) && !/\b(?:if|would|could|as if)\b/.test(before))
      return isHere
        ? [spanOf(sentence.tokens.slice(Math.max(0, mention.from - 4), mention.to), fact, mention.entity.id)]
        : []
    })
  })
}

const BEING_AT =
  /(?:^|[,;:—] |\b(?:and|then|now|so|until|here) )you (?:are|stand|find yourself|end up|emerge|arrive|come out)(?: (?:now|already|standing|back|inside|once|more|again|finally|at last|safely))* (?:in|inside|at|on|into)(?: front of)?(?: the)?$/
const CLOSES_AROUND =
  /^(?:closes?|opens?|rises?|folds?|wraps?|lies|spreads?|swallows?|receives?|welcomes?) (?:in |up |out )?(?:around|about|over|before|round)? ?you\b/
