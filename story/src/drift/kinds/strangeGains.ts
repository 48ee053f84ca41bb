import type { Spotted } from '../driftFinding.ts'
import { afterVerb, type Claim } from '../sentences/claim.ts'
import { ADVERBS, DETERMINERS, PREPOSITIONS } from '../sentences/modalWords.ts'
import { listMentions } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { INTO_YOUR_BAG } from '../sentences/yourHands.ts'
import { listChanges } from '../world/turnEvents.ts'
import { spanOf } from './detector.ts'

/** Things that are no items of the gamebook, and that the player keeps. */
export function findStrangeGains(scene: Scene): readonly Spotted[] {
  return [...gifts(scene), ...keeps(scene)]
}

/** `hands you a photograph` */
function gifts(scene: Scene): readonly Spotted[] {
  if (listChanges(scene.input.receipts).length > 0) return []
  return scene.prose.sentences.flatMap((sentence) => {
    const words = sentence.tokens.map(({ text }) => text)
    const match = GIFT.exec(words.join(' '))
    const isGift =
      !sentence.isQuestion && !sentence.isImagined && match !== null && !scene.known.words.has(match[1] ?? '')
    return isGift ? [spanOf(sentence.tokens, NOTHING_NEW)] : []
  })
}

const GIFT =
  /\b(?:hands|lends) you (?:an?|her|his) (?:[a-z-]{2,14} ){0,2}?([a-z-]{3,20})(?= (?:of|with|from|and|,|\.)|$)/

function keeps(scene: Scene): readonly Spotted[] {
  return scene.claims.flatMap((claim, index) => {
    const noun = claim.isDenied ? null : strangeThing(scene, claim, scene.claims[index - 1])
    if (noun === null) return []
    return [spanOf(claim.sentence.tokens.slice(Math.max(0, claim.at - 1), claim.at + 9), NOTHING_NEW)]
  })
}

const NOTHING_NEW = 'That is not among the things you have.'

const KEEPING: ReadonlySet<string> = new Set([
  'put',
  'slip',
  'tuck',
  'stuff',
  'stow',
  'drop',
  'place',
  'slide',
  'shove',
  'hide',
  'stick',
  'pack',
])

/** The noun of a thing that is put into a pocket or a bag; null if the player had it. */
function strangeThing(scene: Scene, claim: Claim, before: Claim | undefined): string | null {
  const rest = afterVerb(claim)
  const words = rest.map(({ text }) => text)
  const isKept =
    claim.verb === 'pocket' ||
    isPickedUp(claim.verb, words, scene) ||
    (KEEPING.has(claim.verb) && INTO_YOUR_BAG.test(words.join(' ')))
  if (!isKept) return null
  const isPronoun = PRONOUNS.has(words[0] ?? '')
  const noun = isPronoun ? (foundBefore(before) ?? otherThing(scene, claim)) : objectNoun(words)
  if (noun === null || BODY.test(noun) || (!isPronoun && OWN.has(words[0] ?? '')) || wasGained(scene, noun)) return null
  return noun
}

/** `it`, if nothing that the player has was named in this sentence or the one before it. */
function otherThing(scene: Scene, { sentence }: Claim): string | null {
  const near = scene.prose.sentences.slice(Math.max(0, sentence.index - 1), sentence.index + 1)
  const isOwn = near.some(({ tokens }) => listMentions(scene.items, tokens).length > 0)
  return isOwn || sentence.tokens.some(({ text }) => text === 'hand' || text === 'hands') ? null : THING
}

/** A thing without a name. */
const THING = 'thing of no name'

/** What the player found just before: `you find a key. You put it in your pocket.` */
function foundBefore(before: Claim | undefined): string | null {
  if (before === undefined || before.isDenied || !FINDING.has(before.verb)) return null
  const words = afterVerb(before).map(({ text }) => text)
  return /^(?:a|an|some|two|three)$/.test(words.find((word) => !/^(?:up|out)$/.test(word)) ?? '')
    ? objectNoun(words.filter((word) => word !== 'up' && word !== 'out'))
    : null
}

const FINDING: ReadonlySet<string> = new Set([
  'find',
  'discover',
  'take',
  'pick',
  'pull',
  'lift',
  'grab',
  'fish',
  'get',
  'see',
])
const PRONOUNS: ReadonlySet<string> = new Set(['it', 'them', 'both'])

const OWN: ReadonlySet<string> = new Set(['your', 'one', 'everything', 'that', 'this', 'him', 'her'])
const BODY =
  /^(?:hands?|fingers?|thumbs?|head|face|arms?|feet|fists?|chin|notes?|change|yourself|nose|knees|coins?|money|other|others|rest|one|ones)$/

/** `pick up a rusty dagger`, of which nothing in the story knows. */
function isPickedUp(verb: string, words: readonly string[], { known }: Scene): boolean {
  const object = words[0] === 'up' ? words.slice(1) : words
  const isPicking =
    (verb === 'pick' && words[0] === 'up') || /^(?:grab|snatch|collect|steal|retrieve|unearth)$/.test(verb)
  if (!isPicking || !/^(?:a|an)$/.test(object[0] ?? '')) return false
  const noun = objectNoun(object)
  return (
    noun !== null &&
    !known.words.has(noun) &&
    !/^(?:bit|hold|scent|trail|sound|rhythm|speed|word|glimpse|nap|bite|seat|moment|pace|signal)$/.test(noun)
  )
}

/** The last word before the first preposition. */
function objectNoun(words: readonly string[]): string | null {
  const end = words.findIndex((word) => PREPOSITIONS.has(word))
  const object = (end === -1 ? words.slice(0, 4) : words.slice(0, end)).filter(
    (word) =>
      !DETERMINERS.has(word) && !ADVERBS.has(word) && !word.endsWith('ly') && !/^(?:back|away|again)$/.test(word),
  )
  return object.at(-1) ?? null
}

/** Named in what was done in this turn, or among what the player has. */
function wasGained({ input, items, after }: Scene, noun: string): boolean {
  if (items.byFirstWord.has(noun)) return true
  const done = JSON.stringify([
    input.receipts.filter(({ result }) => result === 'applied'),
    after.state.entities,
  ]).toLowerCase()
  const functions = input.receipts.flatMap(({ function: name }) => {
    const description = after.gamebook.functions.find((fn) => fn.name === name)?.description
    return description?.kind === 'constant' ? [description.text.toLowerCase()] : []
  })
  return `${done} ${functions.join(' ')}`.includes(noun.replace(/s$/, ''))
}
