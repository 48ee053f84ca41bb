import type { NarratorInput } from '../narratorInput.ts'
import { placeName } from '../prose/names.ts'
import { toProse } from '../prose/plainProse.ts'
import { tellOutlook } from '../prose/outlook.ts'
import { toSentence } from '../prose/sentences.ts'
import { vary } from '../prose/vary.ts'
import { toScene, type Scene } from '../scene/scene.ts'
import { newOptions, tellDeeds, tellNewcomers, tellThreads, tellWalk } from './changes.ts'
import { tellEnding } from './ending.ts'
import type { Paragraphs } from './paragraphs.ts'

/** What came of the calls of this turn. */
export function tellResults(input: NarratorInput, after: Scene): Paragraphs {
  const before = input.before === null ? after : toScene(input, input.before)
  const told = tellChange(input, before, after)
  if (after.view.ending !== null) return [told, ...tellEnding(after.view.ending, after)]
  const last = input.results.at(-1)
  if (last?.result === 'refused') return [[...told, ...tellReason(last.reason, after)], [tellOutlook(after)]]
  if (told.length === 0) return [[vary(after, 'done', DONE)], [tellOutlook(after)]]
  return [told, [tellNext(before, after, told.length)]]
}

const DONE = ['It is done.', 'So be it.', 'It is done, and nothing stops you.'] as const

export function tellReason(reason: string | undefined, scene: Scene): string[] {
  const told = toProse(reason ?? '')
  return told.length > 0 ? told : [vary(scene, 'refused', ['It cannot be done.', 'That will not do, not now.'])]
}

function tellChange(input: NarratorInput, before: Scene, after: Scene): string[] {
  const deeds = tellDeeds(input, before, after)
  const threads = tellThreads(before, after)
  if (hasMoved(before, after)) return [...deeds, ...threads, ...tellArrival(before, after)]
  return [...deeds, ...threads, ...tellNewcomers(before, after)]
}

function hasMoved(before: Scene, after: Scene): boolean {
  return after.place !== null && after.place.nodeId !== before.place?.nodeId
}

/**
 * A place is told in full the first time, for every sentence of its author may be a clue. Later its last sentences
 * do: what stands always so comes first, what has changed comes after.
 */
function tellArrival(before: Scene, after: Scene): string[] {
  const { place, isKnownPlace, texts } = after
  if (place === null) return []
  const description = toProse(place.description)
  const newcomers = tellNewcomers(before, after).slice(0, Math.max(1, FULL - description.length))
  const name = placeName(place.name, texts)
  const walk = tellWalk(before, after) ?? toSentence(name)
  if (isKnownPlace)
    return [vary(after, 'again', [walk, toSentence(`${name} again`)]), ...description.slice(-2), ...newcomers]
  const hasRoom = description.length + newcomers.length < FULL
  return [...(hasRoom ? [walk] : []), ...description, ...newcomers]
}

/** So many sentences are enough before the one that says what can be done. */
const FULL = 4

/** After a deed only what is new; after a walk, or when little was said, all. */
function tellNext(before: Scene, after: Scene, said: number): string {
  const fresh = newOptions(before, after)
  if (hasMoved(before, after) || said < 2) return tellOutlook(after)
  return tellOutlook(after, fresh)
}
