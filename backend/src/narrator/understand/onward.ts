import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { isDirection } from '../words/directions.ts'
import { isPassage } from '../words/passages.ts'
import { stem } from '../words/stem.ts'
import { verbKinds } from '../words/verbs.ts'
import type { PlayerInput } from './playerInput.ts'

/** The way that the player came by, if that is all the words ask for. */
export function findBack(words: PlayerInput, scene: Scene): Option | null {
  const isBack = words.stems.some((word) => word === 'back' || word === 'return' || word === 'retreat')
  const stems = words.stems.filter((word) => !isDirection(word))
  if (!isBack || !isBareWalk({ ...words, stems })) return null
  return openWays(scene).find(({ targetId }) => targetId === scene.cameFrom) ?? null
}

/** The ways that are meant by "on", "out", "through the door" or a bare "go"; none if the words say something else. */
export function findOnward(words: PlayerInput, scene: Scene): readonly Option[] {
  if (!isBareWalk(words)) return []
  const ways = openWays(scene)
  const outs = ways.filter(({ phrases }) => phrases.flat().some((word) => OUT.has(word)))
  if (outs.length === 1 && words.all.some((word) => LEAVING.has(stem(word)))) return outs
  const others = ways.filter(({ targetId }) => targetId !== scene.cameFrom)
  return others.length > 0 || words.all.some((word) => INWARD.has(stem(word))) ? others : ways
}

function openWays({ options }: Scene): readonly Option[] {
  return options.filter(({ kind, reason }) => kind === 'exit' && reason === null)
}

function isBareWalk({ all, stems }: PlayerInput): boolean {
  if (stems.length === 0) return all.some((word) => ONWARD.has(stem(word)))
  return stems.every(
    (word) => isPassage(word) || ONWARD.has(word) || OPENING.has(word) || verbKinds(word)[0] === 'travel',
  )
}

function stemSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(stem))
}

const OUT = stemSet('out outside')
const LEAVING = stemSet('leave exit out outside')
const OPENING = stemSet('open take use try')
/** Never the way back, even where there is no other. */
const INWARD = stemSet('in into inside on onward onwards forward forwards ahead further farther straight continue next')
const ONWARD = stemSet(
  'back in into out inside outside through on onward onwards forward forwards ahead further farther straight ' +
    'continue next come came',
)
