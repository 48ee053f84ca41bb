import { nameOfChoice } from '../prose/choicePhrase.ts'
import { fieldChange } from '../prose/fieldPhrase.ts'
import { joinAnd } from '../prose/list.ts'
import { toProse } from '../prose/plainProse.ts'
import { capitalize, lowerFirst, toSentence } from '../prose/sentences.ts'
import { timePassed } from '../prose/timePhrase.ts'
import type { Scene } from '../scene/scene.ts'
import { contentStems, contentWords } from '../words/contentWords.ts'
import { tokenizeAll } from '../words/tokenize.ts'

type EntityView = Scene['visible'][number]

/** The new sentences in the descriptions of what was visible before. */
export function describeNews(before: Scene, after: Scene): string[] {
  const place = after.place?.nodeId === before.place?.nodeId ? newSentences(before.place, after.place) : []
  const others = after.visible.flatMap((entity) => newSentences(findEntity(entity, before), entity))
  return [...place, ...others]
}

function newSentences(
  before: { readonly description: string } | null | undefined,
  after: { readonly description: string } | null,
): string[] {
  if (before == null || after === null || before.description === after.description) return []
  const known = new Set(toProse(before.description))
  return toProse(after.description).filter((sentence) => !known.has(sentence))
}

/**
 * The items that the player gained and lost, except those that the turn's text already mentions.
 * @param sentences the sentences of the turn so far
 */
export function describeTransfers(before: Scene, after: Scene, sentences: readonly string[]): string[] {
  const mentioned = new Set(sentences.flatMap((sentence) => contentStems(tokenizeAll(sentence))))
  const isNews = ({ name }: EntityView) => {
    const noun = contentWords(name).at(-1)
    return noun === undefined ? !sentences.some((sentence) => sentence.includes(name)) : !mentioned.has(noun)
  }
  const had = new Set(before.carried.map(({ id }) => id))
  const has = new Set(after.carried.map(({ id }) => id))
  const gained = after.carried
    .filter((item) => !had.has(item.id) && isNews(item))
    .map((item) => nameOfChoice(item, after))
  const lost = before.carried
    .filter((item) => !has.has(item.id) && isNews(item))
    .map((item) => nameOfChoice(item, before))
  return [
    ...(gained.length === 0 ? [] : [`You now have ${joinAnd(gained)}.`]),
    ...(lost.length === 0 ? [] : [`You no longer have ${joinAnd(lost)}.`]),
  ]
}

/** The changed fields: the player's own first, then those of other visible entities. */
export function describeFieldChanges(before: Scene, after: Scene): string[] {
  const own = after.playerCharacter === null ? [] : changesOf(before.playerCharacter, after.playerCharacter)
  const others = after.visible.flatMap((entity) =>
    changesOf(findEntity(entity, before), entity).map((change) =>
      after.people.includes(entity) ? `${capitalize(nameOfChoice(entity, after))}, ${lowerFirst(change)}` : change,
    ),
  )
  return [...own, ...others]
}

function changesOf(before: EntityView | null | undefined, after: EntityView): string[] {
  if (before == null) return []
  return after.fields.flatMap((field) => {
    const old = before.fields.find(({ label }) => label === field.label)
    const change = old === undefined ? '' : fieldChange(old, field)
    return change === '' ? [] : [toSentence(change)]
  })
}

/** The time that passed on each clock. */
export function describeTimePassed(before: Scene, after: Scene): string[] {
  return after.view.clocks.flatMap((clock) => {
    const old = before.view.clocks.find(({ id }) => id === clock.id)
    return old === undefined || old.minutes >= clock.minutes ? [] : [timePassed(old, clock, after)]
  })
}

function findEntity({ id }: EntityView, { visible }: Scene): EntityView | undefined {
  return visible.find((entity) => entity.id === id)
}
