import { nameInSentence } from '@llm-gamebook/story'
import type { CallResult, NarratorInput } from '../narratorInput.ts'
import { toProse } from '../prose/plainProse.ts'
import { tellOutlook } from '../prose/outlook.ts'
import { toSentence } from '../prose/sentences.ts'
import { vary } from '../prose/vary.ts'
import type { OptionCall } from '../scene/option.ts'
import { toScene, type Scene } from '../scene/scene.ts'
import { newOptions, tellEncounters, tellFinds, tellNewcomers, tellThreads, tellWalk } from './changes.ts'
import { tellEnding } from './ending.ts'
import type { Paragraphs } from './paragraphs.ts'
import { tellLying } from './surroundings.ts'
import { tellDeeds } from './tellDeed.ts'
import { tellFields, tellHandovers, tellNewSentences, tellTime } from './tellNews.ts'

/**
 * What came of the calls of this turn.
 * @param shut why a further wish of the same words cannot be done; null where there is none
 */
export function tellResults(input: NarratorInput, after: Scene, shut: string | null = null): Paragraphs {
  const before = input.before === null ? after : toScene(input, input.before)
  const told = tellChange(input, before, after)
  const measured = tellMeasures(before, after)
  if (after.view.ending !== null) return [told, measured, ...tellEnding(after.view.ending, after)]
  const last = input.results.at(-1)
  const reason = last?.result === 'refused' ? (last.reason ?? '') : shut
  if (reason !== null) {
    const others = after.options.filter(({ call }) => call === null || !isSameCall(call, last))
    return [[...told, ...tellReason(reason, after)], measured, [tellOutlook(after, others)]]
  }
  if (told.length === 0) return [[vary(after, 'done', DONE), ...measured], [tellOutlook(after)]]
  return [told, measured, [tellNext(before, after, told.length)]]
}

/** What was just refused is no proposal. */
function isSameCall(call: OptionCall, last: CallResult | undefined): boolean {
  const isRefused = last?.result === 'refused' && last.function === call.function
  return isRefused && (call.args['to'] === undefined || call.args['to'] === last.args['to'])
}

const DONE = ['It is done.', 'So be it.', 'It is done, and nothing stops you.'] as const

export function tellReason(reason: string | undefined, scene: Scene): string[] {
  const told = toProse(reason ?? '')
  return told.length > 0 ? told : [vary(scene, 'refused', ['It cannot be done.', 'That will not do, not now.'])]
}

function tellChange(input: NarratorInput, before: Scene, after: Scene): string[] {
  const deeds = tellDeeds(input, before, after)
  const threads = tellThreads(before, after)
  const here = hasMoved(before, after)
    ? tellArrival(before, after)
    : [...tellNewcomers(before, after), ...tellFinds(before, after)]
  const news = [...threads, ...tellNewSentences(before, after).filter(isNotIn(threads))]
  const told = deeds.length > 0 ? [...deeds, ...news, ...here] : [...here, ...news]
  return [...told, ...tellHandovers(before, after, told)]
}

/** What the story counts, and how late it is. */
function tellMeasures(before: Scene, after: Scene): string[] {
  return [...tellFields(before, after), ...tellTime(before, after)]
}

/** One who changes is often described by the step that was just told. */
function isNotIn(told: readonly string[]): (sentence: string) => boolean {
  return (sentence) => !told.includes(sentence)
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
  const newcomers = tellEncounters(before, after).slice(0, Math.max(1, FULL - description.length))
  const name = nameInSentence(place.name, texts)
  const lying = tellLying(after)
  const walk = tellWalk(before, after) ?? toSentence(name)
  if (isKnownPlace)
    return [vary(after, 'again', [walk, toSentence(`${name} again`)]), ...description.slice(-2), ...newcomers, ...lying]
  const hasRoom = description.length + newcomers.length < FULL
  return [...(hasRoom ? [walk] : []), ...description, ...newcomers, ...lying]
}

/** So many sentences are enough before the one that says what can be done. */
const FULL = 4

/** After a deed only what is new; after a walk, or when little was said, all. */
function tellNext(before: Scene, after: Scene, said: number): string {
  const fresh = newOptions(before, after)
  if (hasMoved(before, after) || said < 2) return tellOutlook(after)
  return tellOutlook(after, fresh)
}
