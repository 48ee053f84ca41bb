import { nameInSentence } from '@llm-gamebook/story'
import type { CallResult, NarratorInput } from '../narratorInput.ts'
import { toProse } from '../prose/plainProse.ts'
import { suggestMoves } from '../prose/suggestions.ts'
import { toSentence } from '../prose/sentences.ts'
import { vary } from '../prose/vary.ts'
import type { OptionCall } from '../scene/option.ts'
import { toScene, type Scene } from '../scene/scene.ts'
import {
  newOptions,
  introducePeople,
  introduceFinds,
  describeArrivals,
  narrateOtherGraphs,
  narrateMove,
} from './changes.ts'
import { narrateEnding } from './ending.ts'
import type { Paragraphs } from './paragraphs.ts'
import { describeItemsHere } from './surroundings.ts'
import { narrateActions } from './narrateAction.ts'
import { describeFieldChanges, describeTransfers, describeNews, describeTimePassed } from './describeNews.ts'

/**
 * What came of the calls of this turn.
 * @param shut why a further wish of the same words cannot be done; null where there is none
 */
export function narrateResults(input: NarratorInput, after: Scene, shut: string | null = null): Paragraphs {
  const before = input.before === null ? after : toScene(input, input.before)
  const told = tellChange(input, before, after)
  const measured = tellMeasures(before, after)
  if (after.view.ending !== null) return [told, measured, ...narrateEnding(after.view.ending, after)]
  const last = input.results.at(-1)
  const reason = last?.result === 'refused' ? (last.reason ?? '') : shut
  if (reason !== null) {
    const others = after.options.filter(({ call }) => call === null || !isSameCall(call, last))
    return [[...told, ...narrateRefusal(reason, after)], measured, [suggestMoves(after, others)]]
  }
  if (told.length === 0) return [[vary(after, 'done', DONE), ...measured], [suggestMoves(after)]]
  return [told, measured, [tellNext(before, after, told.length)]]
}

/** What was just refused is no proposal. */
function isSameCall(call: OptionCall, last: CallResult | undefined): boolean {
  const isRefused = last?.result === 'refused' && last.function === call.function
  return isRefused && (call.args['to'] === undefined || call.args['to'] === last.args['to'])
}

const DONE = ['It is done.', 'So be it.', 'It is done, and nothing stops you.'] as const

export function narrateRefusal(reason: string | undefined, scene: Scene): string[] {
  const told = toProse(reason ?? '')
  return told.length > 0 ? told : [vary(scene, 'refused', ['It cannot be done.', 'That will not do, not now.'])]
}

function tellChange(input: NarratorInput, before: Scene, after: Scene): string[] {
  const deeds = narrateActions(input, before, after)
  const threads = narrateOtherGraphs(before, after)
  const here = hasMoved(before, after)
    ? tellArrival(before, after)
    : [...describeArrivals(before, after), ...introduceFinds(before, after)]
  const news = [...threads, ...describeNews(before, after).filter(isNotIn(threads))]
  const told = deeds.length > 0 ? [...deeds, ...news, ...here] : [...here, ...news]
  return [...told, ...describeTransfers(before, after, told)]
}

/** What the story counts, and how late it is. */
function tellMeasures(before: Scene, after: Scene): string[] {
  return [...describeFieldChanges(before, after), ...describeTimePassed(before, after)]
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
  const newcomers = introducePeople(before, after).slice(0, Math.max(1, FULL - description.length))
  const name = nameInSentence(place.name, texts)
  const lying = describeItemsHere(after)
  const walk = narrateMove(before, after) ?? toSentence(name)
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
  if (hasMoved(before, after) || said < 2) return suggestMoves(after)
  return suggestMoves(after, fresh)
}
