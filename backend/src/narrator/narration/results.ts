import { nameInSentence } from '@llm-gamebook/story'
import type { Argument, CallResult, NarratorInput } from '../narratorInput.ts'
import { toProse } from '../prose/plainProse.ts'
import { suggestMoves } from '../prose/suggestions.ts'
import { toSentence } from '../prose/sentences.ts'
import { vary } from '../prose/vary.ts'
import type { OptionCall } from '../scene/option.ts'
import { tokenizeAll } from '../words/tokenize.ts'
import { toScene, type Scene } from '../scene/scene.ts'
import {
  newOptions,
  withNewTopics,
  introducePeople,
  introduceFinds,
  describeArrivals,
  narrateOtherGraphs,
  narrateMove,
} from './changes.ts'
import { narrateEnding } from './ending.ts'
import { toVerbatim, type Paragraphs } from './paragraphs.ts'
import { describeItemsHere } from './surroundings.ts'
import { narrateActions } from './narrateAction.ts'
import { describeFieldChanges, describeTransfers, describeNews, describeTimePassed } from './describeNews.ts'

/**
 * The answer after the calls of this turn.
 * @param furtherRefusal why a further wish in the same message is refused; null if there is none
 */
export function narrateResults(input: NarratorInput, after: Scene, furtherRefusal: string | null = null): Paragraphs {
  const before = input.before === null ? after : toScene(input, input.before)
  const narrations = narrationsOf(input)
  const authored = toVerbatim(narrations)
  const changes = narrateChanges(input, before, after, narrations)
  const measures = describeMeasures(before, after)
  if (after.view.ending !== null) return [...authored, changes, measures, ...narrateEnding(after.view.ending, after)]
  const last = input.results.at(-1)
  const reason = last?.result === 'refused' ? (last.reason ?? '') : furtherRefusal
  if (reason !== null) {
    const others = after.options.filter(({ call }) => call === null || !isSameCall(call, last))
    return [...authored, [...changes, ...narrateRefusal(reason, after)], measures, [suggestMoves(after, others)]]
  }
  if (narrations.length + changes.length === 0) return [[vary(after, 'done', DONE), ...measures], [suggestMoves(after)]]
  // What happens at the end of a turn follows an answer that has all suggestions.
  if (input.results.length === 0)
    return [
      ...authored,
      changes,
      measures,
      [suggestMoves(after, newOptions(before, after), { speakers: withNewTopics(before, after) })],
    ]
  return [...authored, changes, measures, [suggestNext(input, before, after, narrations.length + changes.length)]]
}

/** Keeps the call that was just refused out of the suggestions. */
function isSameCall(call: OptionCall, last: CallResult | undefined): boolean {
  const isRefused = last?.result === 'refused' && last.function === call.function
  return isRefused && (call.args['to'] === undefined || call.args['to'] === last.args['to'])
}

const DONE = ['It is done.', 'So be it.', 'You do it, and nothing stops you.'] as const

export function narrateRefusal(reason: string | undefined, scene: Scene): string[] {
  const changes = toProse(reason ?? '')
  return changes.length > 0 ? changes : [vary(scene, 'refused', ['You cannot do that.', 'Not now.'])]
}

/** The author's words of this step, in the order in which they were narrated. */
function narrationsOf({ results, narrations }: NarratorInput): readonly string[] {
  return [...results.flatMap((result) => result.narrations), ...narrations]
}

/** Where the author has words for what happened, they stand for the news as well. */
function narrateChanges(input: NarratorInput, before: Scene, after: Scene, narrations: readonly string[]): string[] {
  const actions = narrateActions(input, before, after)
  const otherGraphs = narrateOtherGraphs(before, after)
  const here = hasMoved(before, after)
    ? narrateArrival(before, after, narrations, input.results.at(-1)?.args['to'])
    : [...describeArrivals(before, after), ...introduceFinds(before, after, narrations)]
  const news =
    narrations.length > 0 ? [] : [...otherGraphs, ...describeNews(before, after).filter(isNotIn(otherGraphs))]
  const changes = actions.length > 0 ? [...actions, ...news, ...here] : [...here, ...news]
  return [...changes, ...describeTransfers(before, after, [...narrations, ...changes])]
}

/** The changed fields and the time. */
function describeMeasures(before: Scene, after: Scene): string[] {
  return [...describeFieldChanges(before, after), ...describeTimePassed(before, after)]
}

/** The description of a person often repeats the node that was just narrated. */
function isNotIn(changes: readonly string[]): (sentence: string) => boolean {
  return (sentence) => !changes.includes(sentence)
}

/** Whether the author's text does not have the sentence already. */
function isNewTo(narrations: readonly string[]): (sentence: string) => boolean {
  const known = narrations.map(normalizeWords)
  return (sentence) => !known.some((text) => text.includes(normalizeWords(sentence)))
}

function normalizeWords(text: string): string {
  return ` ${tokenizeAll(text).join(' ')} `
}

function hasMoved(before: Scene, after: Scene): boolean {
  return after.place !== null && after.place.nodeId !== before.place?.nodeId
}

/**
 * A place is described in full the first time, because every sentence of its author may be a clue. Later its last two
 * sentences are enough: authors put the permanent things first and the changing ones last.
 * @param narrations the author's text for the move, which is not repeated
 */
function narrateArrival(before: Scene, after: Scene, narrations: readonly string[], edgeId?: Argument): string[] {
  const { place, isKnownPlace, authoredText } = after
  if (place === null) return []
  const description = toProse(place.description).filter(isNewTo(narrations))
  const newcomers = introducePeople(before, after).slice(0, Math.max(1, MAX_SENTENCES - description.length))
  const name = nameInSentence(place.name, authoredText)
  const itemsHere = describeItemsHere(after)
  const move = narrateMove(before, after, edgeId) ?? toSentence(name)
  if (isKnownPlace)
    return [
      ...(narrations.length === 0 ? [vary(after, 'again', [move, toSentence(`${name} again`)])] : []),
      ...description.slice(-2),
      ...newcomers,
      ...itemsHere,
    ]
  const hasRoom = narrations.length === 0 && description.length + newcomers.length < MAX_SENTENCES
  return [...(hasRoom ? [move] : []), ...description, ...newcomers, ...itemsHere]
}

/** An arrival has about this many sentences before the suggestions. */
const MAX_SENTENCES = 4

/** After an action only the new options; after a move or a short text, all of them; in a conversation, the topics. */
function suggestNext({ results }: NarratorInput, before: Scene, after: Scene, sentenceCount: number): string {
  const newOnes = newOptions(before, after)
  // A question of the author's ends the text.
  if (after.expected !== null && after.view.expecting?.topicId !== before.view.expecting?.topicId) return ''
  const isTalk = results.length > 0 && results.every(({ action }) => action === 'talk/ask')
  if (isTalk && !hasMoved(before, after)) {
    const speakers = after.speakers.filter(({ id }) => id === after.lastSpeakerId)
    return suggestMoves(after, newOnes, { speakers })
  }
  if (hasMoved(before, after) || sentenceCount < 2) return suggestMoves(after)
  return suggestMoves(after, newOnes, { speakers: withNewTopics(before, after) })
}
