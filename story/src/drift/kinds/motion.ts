import { afterVerb, type Claim } from '../sentences/claim.ts'
import type { Token } from '../sentences/prose.ts'
import { listMentions } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'

/** Where these lead to is where the player is then. */
export const ARRIVING: ReadonlySet<string> = new Set(['enter', 'reach', 'arrive', 'board'])
export const GOING: ReadonlySet<string> = new Set(
  (
    'go walk step climb run return descend ascend slip squeeze crawl stride hurry emerge push duck march stroll sneak ' +
    'dash rush stumble stagger tiptoe jump move proceed retreat pass come wander creep ride swim make find get ' +
    'cross race follow head'
  ).split(' '),
)
const BEING: ReadonlySet<string> = new Set(['stand', 'sit', 'wake', 'lie', 'hang', 'float', 'stay', 'remain'])
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
export function moveTarget(scene: Scene, claim: Claim, here: ReadonlySet<string>): string | null {
  if (claim.isDenied) return null
  const rest = afterVerb(claim)
  const mention = listMentions(scene.places, rest).find(
    ({ from, entity }) =>
      !here.has(entity.id) &&
      isDestination(
        claim.verb,
        rest.slice(0, from).map(({ text }) => text),
      ),
  )
  return mention?.entity.id ?? null
}

function isDestination(verb: string, before: readonly string[]): boolean {
  const words = before.filter((word) => !/^(?:the|your|and|old|great|dark)$/.test(word) && !word.endsWith('ly'))
  if (ARRIVING.has(verb)) return words.every((word) => PATH.test(word) && word !== 'of')
  const last = words.at(-1) ?? ''
  if (BEING.has(verb)) return BEING_THERE.test(words.join(' '))
  // To "go at" something is to attack it, but one comes "out at" a place.
  const isPath = INTO.has(last) && (last !== 'at' || words.length > 1)
  return GOING.has(verb) && isPath && !words.some((word) => CLAUSES.has(word))
}

const BEING_THERE = /^(?:(?:there|here|still|back|again|up|down) ){0,2}(?:in|inside|at|on)(?: (?:my|your))?(?: own)?$/

/** What follows these belongs to something else. */
const CLAUSES: ReadonlySet<string> = new Set([
  'if',
  'that',
  'which',
  'who',
  'like',
  'about',
  'whether',
  'how',
  'where',
  'think',
  'remember',
  'look',
  'see',
  'hear',
  'listen',
  'say',
  'ask',
])

/** What is marked of a claim. */
export function tokensOf({ sentence, at }: Claim): readonly Token[] {
  return sentence.tokens.slice(Math.max(0, at - 1), at + 1 + 8)
}
