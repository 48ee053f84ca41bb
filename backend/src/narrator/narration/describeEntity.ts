import { nameInSentence, personInSentence } from '@llm-gamebook/story'
import type { Scene } from '../scene/scene.ts'
import { joinAnd } from '../prose/list.ts'
import { toProse } from '../prose/plainProse.ts'
import { capitalize, lowerFirst } from '../prose/sentences.ts'
import { contentWords } from '../words/contentWords.ts'

interface NamedEntity {
  readonly id: string
  readonly name: string
  readonly description: string
}

/** The full description of an entity: appearance, current activity and contents. */
export function describeEntity(entity: NamedEntity, scene: Scene): string[] {
  return [...describeAppearance(entity, scene), ...describeActivity(entity, scene), ...describeContents(entity, scene)]
}

/** Two sentences about an entity: one for its appearance and one for its activity, if it has any. */
export function introduceEntity(entity: NamedEntity, scene: Scene): string[] {
  const [appearance, activity] = [describeAppearance(entity, scene), describeActivity(entity, scene)]
  return activity.length === 0 ? appearance.slice(0, 2) : [...appearance.slice(0, 1), ...activity.slice(0, 1)]
}

function describeAppearance({ id, name, description }: NamedEntity, scene: Scene): string[] {
  const sentences = toProse(description)
  return name === '' || mentions(sentences[0] ?? '', name) ? sentences : introduce({ id, name }, sentences, scene)
}

function describeActivity({ id }: NamedEntity, { otherGraphs }: Scene): string[] {
  return toProse(otherGraphs.find(({ graphId }) => graphId === id)?.description ?? '')
}

/** The visible items that it holds. */
function describeContents({ id, name }: NamedEntity, scene: Scene): string[] {
  const things = scene.itemsHere.filter(({ heldBy }) => heldBy === id).map((thing) => nameOf(thing, scene))
  return things.length === 0 ? [] : [`${capitalize(nameOf({ id, name }, scene))} holds ${joinAnd(things)}.`]
}

/** Adds the name to a description that does not mention it. */
function introduce(
  named: Pick<NamedEntity, 'id' | 'name'>,
  [first, ...rest]: readonly string[],
  scene: Scene,
): string[] {
  const name = capitalize(nameOf(named, scene))
  if (isPerson(named, scene)) return [`${name} is here.`, ...(first === undefined ? [] : [first]), ...rest]
  return first === undefined ? [`There is ${nameOf(named, scene)}.`] : [`${name}: ${lowerFirst(first)}`, ...rest]
}

export function nameOf(named: Pick<NamedEntity, 'id' | 'name'>, scene: Scene): string {
  return isPerson(named, scene)
    ? personInSentence(named.name, scene.authoredText)
    : nameInSentence(named.name, scene.authoredText)
}

function isPerson({ id }: Pick<NamedEntity, 'id'>, { people }: Scene): boolean {
  return people.some((person) => person.id === id)
}

function mentions(sentence: string, name: string): boolean {
  const words = contentWords(sentence)
  return contentWords(name).some((word) => words.includes(word))
}
