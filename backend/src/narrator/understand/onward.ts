import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { isDirection } from '../words/directions.ts'
import { isPassage } from '../words/passages.ts'
import { stem } from '../words/stem.ts'
import { verbKinds } from '../words/verbs.ts'
import type { PlayerInput } from './playerInput.ts'

/** The exit back to the previous place, if the message asks for nothing else. */
export function findBack(input: PlayerInput, scene: Scene): Option | null {
  const isBack = input.stems.some((word) => word === 'back' || word === 'return' || word === 'retreat')
  const stems = input.stems.filter((word) => !isDirection(word))
  if (!isBack || !isBareMove({ ...input, stems })) return null
  return availableExits(scene).find(({ nodeId }) => nodeId === scene.cameFrom) ?? null
}

/** The exits meant by "on", "out", "through the door" or a bare "go"; none if the message says more. */
export function findOnward(input: PlayerInput, scene: Scene): readonly Option[] {
  if (!isBareMove(input)) return []
  const exits = availableExits(scene)
  const waysOut = exits.filter(({ phrases }) => phrases.flat().some((word) => OUT.has(word)))
  if (waysOut.length === 1 && input.all.some((word) => LEAVING.has(stem(word)))) return waysOut
  const others = exits.filter(({ nodeId }) => nodeId !== scene.cameFrom)
  return others.length > 0 || input.all.some((word) => INWARD.has(stem(word))) ? others : exits
}

function availableExits({ options }: Scene): readonly Option[] {
  return options.filter(({ kind, reason }) => kind === 'exit' && reason === null)
}

function isBareMove({ all, stems }: PlayerInput): boolean {
  if (stems.length === 0) return all.some((word) => ONWARD.has(stem(word)))
  if (stems.every((word) => VAGUE.has(word))) return false
  return stems.every(
    (word) => isPassage(word) || ONWARD.has(word) || OPENING.has(word) || verbKinds(word)[0] === 'travel',
  )
}

function stemSet(input: string): ReadonlySet<string> {
  return new Set(input.split(' ').map(stem))
}

const OUT = stemSet('out outside')
const LEAVING = stemSet('leave exit out outside')
const OPENING = stemSet('open take use try')
/** Words that never mean the way back, even if it is the only exit. */
const INWARD = stemSet('in into inside on onward onwards forward forwards ahead further farther straight continue next')
/** Verbs that go nowhere by themselves: "use it", "step on". */
const VAGUE = stemSet('use try take open step')
const ONWARD = stemSet(
  'back in into out inside outside through on onward onwards forward forwards ahead further farther straight ' +
    'continue next come came',
)
