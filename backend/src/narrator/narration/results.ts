import { nameInSentence } from '@llm-gamebook/story'
import type { Argument, NarratorInput } from '../narratorInput.ts'
import { toProse } from '../prose/plainProse.ts'
import { toSentence } from '../prose/sentences.ts'
import { vary } from '../prose/vary.ts'
import { tokenizeAll } from '../words/tokenize.ts'
import { toScene, type Scene } from '../scene/scene.ts'
import { introducePeople, introduceFinds, describeArrivals, narrateOtherGraphs, narrateMove } from './changes.ts'
import { narrateEnding } from './ending.ts'
import { toVerbatim, type Paragraphs } from './paragraphs.ts'
import { describeItemsHere } from './surroundings.ts'
import { narrateActions } from './narrateAction.ts'
import { describeFieldChanges, describeTransfers, describeNews, describeTimePassed } from './describeNews.ts'

/** The answer after the calls of this turn: what was done, what followed, and where the player is now. */
export function narrateResults(input: NarratorInput, after: Scene): Paragraphs {
  const before = input.before === null ? after : toScene(input, input.before)
  const narrations = narrationsOf(input)
  const authored = toVerbatim(narrations)
  const actions = narrateActions(input, before, after)
  const changes = narrateChanges(input, before, after, { narrations, actions })
  const measures = describeMeasures(before, after)
  const last = input.results.at(-1)
  const refusal = last?.result === 'refused' && after.view.ending === null ? narrateRefusal(last.reason, after) : []
  const end = after.view.ending === null ? [] : narrateEnding(after.view.ending, after)
  const followed = [...changes, ...refusal]
  if (authored.length > 0) return [actions, ...authored, followed, measures, ...end]
  const sentences = [...actions, ...followed]
  return [sentences.length + end.length > 0 ? sentences : [vary(after, 'done', DONE)], measures, ...end]
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

/** What followed, and where the player is now. Where the author has words for it, they stand for the news as well. */
function narrateChanges(
  input: NarratorInput,
  before: Scene,
  after: Scene,
  { narrations, actions }: { readonly narrations: readonly string[]; readonly actions: readonly string[] },
): string[] {
  const otherGraphs = narrateOtherGraphs(before, after)
  const here = hasMoved(before, after)
    ? narrateArrival(before, after, narrations, input.results.at(-1)?.args['to'])
    : [...describeArrivals(before, after), ...introduceFinds(before, after, narrations)]
  const news =
    narrations.length > 0 ? [] : [...otherGraphs, ...describeNews(before, after).filter(isNotIn(otherGraphs))]
  const changes = actions.length > 0 ? [...news, ...here] : [...here, ...news]
  return [...changes, ...describeTransfers(before, after, [...narrations, ...actions, ...changes])]
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
