import { nameOfChoice } from '../prose/choicePhrase.ts'
import { fieldChange } from '../prose/fieldPhrase.ts'
import { joinAnd } from '../prose/list.ts'
import { toProse } from '../prose/plainProse.ts'
import { capitalise, lowerFirst, toSentence } from '../prose/sentences.ts'
import { timePassed } from '../prose/timePhrase.ts'
import type { Scene } from '../scene/scene.ts'

type EntityView = Scene['visible'][number]

/** What is now said of who and what was in sight before: the sentences that are new. */
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
 * What came to the player and what went, as far as the deed has not told it already.
 * @param told the sentences of the turn so far
 */
export function describeTransfers(before: Scene, after: Scene, told: readonly string[]): string[] {
  const isNews = ({ name }: EntityView) => !told.some((sentence) => sentence.toLowerCase().includes(name.toLowerCase()))
  const had = new Set(before.carried.map(({ id }) => id))
  const has = new Set(after.carried.map(({ id }) => id))
  const come = after.carried
    .filter((item) => !had.has(item.id) && isNews(item))
    .map((item) => nameOfChoice(item, after))
  const gone = before.carried
    .filter((item) => !has.has(item.id) && isNews(item))
    .map((item) => nameOfChoice(item, before))
  return [
    ...(come.length === 0 ? [] : [`You have ${joinAnd(come)} now.`]),
    ...(gone.length === 0 ? [] : [`You have ${joinAnd(gone)} no longer.`]),
  ]
}

/** What the story counts and keeps: the player's own first, then that of others in sight. */
export function describeFieldChanges(before: Scene, after: Scene): string[] {
  const own = after.playerCharacter === null ? [] : changesOf(before.playerCharacter, after.playerCharacter)
  const others = after.visible.flatMap((entity) =>
    changesOf(findEntity(entity, before), entity).map((change) =>
      after.people.includes(entity) ? `${capitalise(nameOfChoice(entity, after))}, ${lowerFirst(change)}` : change,
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

/** How much later it is. */
export function describeTimePassed(before: Scene, after: Scene): string[] {
  return after.view.clocks.flatMap((clock) => {
    const old = before.view.clocks.find(({ id }) => id === clock.id)
    return old === undefined || old.minutes >= clock.minutes ? [] : [timePassed(old, clock, after)]
  })
}

function findEntity({ id }: EntityView, { visible }: Scene): EntityView | undefined {
  return visible.find((entity) => entity.id === id)
}
