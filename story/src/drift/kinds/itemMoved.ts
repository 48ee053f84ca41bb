import type { Entity } from '../../gamebook/gamebook.ts'
import { holderOf } from '../../traits/item/holder.ts'
import { isVisible } from '../../traits/visibility.ts'
import type { Spotted } from '../driftFinding.ts'
import { afterVerb, type Claim } from '../sentences/claim.ts'
import type { Sentence } from '../sentences/prose.ts'
import { IN_YOUR_HANDS } from '../sentences/yourHands.ts'
import { nameForPlayer } from '../world/facts.ts'
import { listMentions, type Mention } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf, type Detector } from './detector.ts'
import { isNotGiven } from './gained.ts'
import { findFates } from './itemFates.ts'

/** Something that the player does not have is somewhere else than the engine knows. */
export const itemMoved: Detector = (scene) => {
  const gained = new Set(findFates(scene).flatMap(({ item, kind }) => (kind === 'gained' ? [item.id] : [])))
  return movesTold(scene).filter(({ about = '' }) => !gained.has(about))
}

const movesTold: Detector = (scene) => [
  ...scene.claims.flatMap((claim) => movesOf(scene, claim)),
  ...scene.prose.sentences.flatMap((sentence) => movesIn(scene, sentence)),
  ...scene.prose.sentences.flatMap((sentence) => strangersIn(scene, sentence)),
  ...fatesOf(scene),
]

/** What others do with a thing that is not the player's, or that is elsewhere. */
function fatesOf(scene: Scene): readonly Spotted[] {
  if (scene.after.state.ended !== undefined) return []
  return findFates(scene).flatMap(({ item, kind, tokens }) => {
    const isElsewhere = !isVisible(scene.after, item) && !isVisible(scene.before, item)
    const isMoved = kind === 'lost' || (kind === 'elsewhere' && isElsewhere)
    return isMoved && isNotGiven(scene, item) ? [spanOf(tokens, whereFact(scene, item), item.id)] : []
  })
}

const MOVING: ReadonlySet<string> = new Set(
  'put place lay set hang hide drop throw toss push shove kick move drag slide carry return stow bury'.split(' '),
)
const AWAY = /^(?:on|onto|in|into|under|beneath|behind|inside|across|back|to|over)$/

function movesOf(scene: Scene, claim: Claim): readonly Spotted[] {
  if (claim.isDenied || !MOVING.has(claim.verb)) return []
  const rest = afterVerb(claim)
  const words = rest.map(({ text }) => text)
  const mention = listMentions(scene.items, rest)[0]
  if (mention === undefined || mention.from > 4 || !isNotGiven(scene, mention.entity)) return []
  const isObject = words.slice(0, mention.from).every((word) => !AWAY.test(word) && word !== 'with' && word !== 'of')
  const isAway = words.slice(mention.to, mention.to + 4).some((word) => AWAY.test(word))
  if (!isObject || !isAway || IN_YOUR_HANDS.test(words.join(' '))) return []
  return [
    spanOf(
      claim.sentence.tokens.slice(Math.max(0, claim.at - 1), claim.at + 9),
      whereFact(scene, mention.entity),
      mention.entity.id,
    ),
  ]
}

/** `the keeper puts the book into her drawer` */
function movesIn(scene: Scene, sentence: Sentence): readonly Spotted[] {
  if (sentence.isQuestion || sentence.isImagined) return []
  return listMentions(scene.items, sentence.tokens).flatMap((mention) => {
    if (!isNotGiven(scene, mention.entity) || !isTakenAway(sentence, mention)) return []
    return [
      spanOf(
        sentence.tokens.slice(Math.max(0, mention.from - 3), mention.to + 5),
        whereFact(scene, mention.entity),
        mention.entity.id,
      ),
    ]
  })
}

/** `on the floor lies the net`, which is elsewhere. */
function strangersIn(scene: Scene, sentence: Sentence): readonly Spotted[] {
  if (scene.after.state.ended !== undefined || sentence.isQuestion || sentence.isImagined) return []
  const words = sentence.tokens.map(({ text }) => text)
  return listMentions(scene.items, sentence.tokens, true).flatMap((mention) => {
    const before = words.slice(0, mention.from).join(' ')
    const isElsewhere =
      isNotGiven(scene, mention.entity) &&
      !isVisible(scene.after, mention.entity) &&
      !isVisible(scene.before, mention.entity)
    const isLying = LIES.test(before) || STANDS.test(words.slice(mention.to, mention.to + 4).join(' '))
    if (!isElsewhere || !isLying || UNSURE.test(before.replace(ON_LOOKING, ''))) return []
    return [spanOf(sentence.tokens, whereFact(scene, mention.entity), mention.entity.id)]
  })
}

const LIES =
  /\b(?:lies|sits|hangs|stands|rests|leans|lie) (?:the|your|his|her|an?)(?: own)?(?: \w+)?$|\b(?:lies|sits|hangs|rests|sit)$/
const STANDS =
  /^(?:lies?|sits?|hangs?|rests?|leans?|(?:is|are) (?:lying|hanging|sitting|standing|leaning|stuck|out here|here|right here)) ?(?:on|in|at|under|beside|there|here|against|from|too|,)\b/

function isTakenAway({ tokens }: Sentence, { from, to }: Mention): boolean {
  const words = tokens.map(({ text }) => text)
  const before = words.slice(0, from).join(' ')
  const after = words.slice(to, to + 6).join(' ')
  if (UNSURE.test(before.replace(ON_LOOKING, ''))) return false
  return (
    (PUTS.test(before) &&
      /^(?:\w+ ){0,2}(?:on|onto|in|into|under|behind|inside|outside|beside|away|back|out)\b/.test(after)) ||
    TAKES.test(`${before} `) ||
    FALLS.test(after)
  )
}

const UNSURE =
  /\b(?:if|unless|could|would|might|can|may|should|will|wish|want|hope|think|dream|imagine|when|until|before|as if|like|perhaps|almost|nearly|not|never|no|used)\b/
const ON_LOOKING = /\bwhen you (?:look|turn|wake|come|get|open) (?:round|around|back|up|in|your eyes|home|the [a-z]+)\b/
const PUTS =
  /\b(?:puts|places|lays|sets|hangs|drops|throws|tosses|slips|tucks|stuffs|pockets|hides) (?:the|her|his|its|their|that)(?: \w+)?$/
const TAKES =
  /\b(?:he|she|it|they) (?:\w+ly )?(?:takes|is holding|holds|shuts|grabs|hides|keeps) (?:the|her|his|its|their|that)(?: \w+)? $|\b(?:pockets|snatches up|picks up|carries off|takes away|makes off with) (?:the|your|her|his|its|their|that)(?: \w+)? $/
const FALLS =
  /^(?:falls|drops|tumbles|rolls|slides|clatters|crashes) (?:\w+ )?(?:to|from|off|into|onto|under|down|out)\b/

function whereFact({ after }: Scene, item: Entity): string {
  const name = nameForPlayer(after, item)
  if (name === null) return 'That has not been moved.'
  const holder = holderOf(after, item)
  const place = holder === null ? null : nameForPlayer(after, holder)
  const subject = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return place === null ? `${subject} has not been moved.` : `${subject} has not been moved from ${place}.`
}
