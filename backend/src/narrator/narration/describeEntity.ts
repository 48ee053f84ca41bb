import { nameInSentence, personInSentence } from '@llm-gamebook/story'
import type { Scene } from '../scene/scene.ts'
import { joinAnd } from '../prose/list.ts'
import { toProse } from '../prose/plainProse.ts'
import { capitalise, lowerFirst } from '../prose/sentences.ts'
import { contentWords } from '../words/contentWords.ts'

interface Described {
  readonly id: string
  readonly name: string
  readonly description: string
}

/** Who or what something is, and how it stands with it now. */
export function describeEntity(entity: Described, scene: Scene): string[] {
  return [...tellLooks(entity, scene), ...tellDoings(entity, scene), ...tellContents(entity, scene)]
}

/** Two sentences of it: of one who changes, what he is like and what he does. */
export function introduceEntity(entity: Described, scene: Scene): string[] {
  const [looks, doings] = [tellLooks(entity, scene), tellDoings(entity, scene)]
  return doings.length === 0 ? looks.slice(0, 2) : [...looks.slice(0, 1), ...doings.slice(0, 1)]
}

function tellLooks({ id, name, description }: Described, scene: Scene): string[] {
  const sentences = toProse(description)
  return name === '' || mentions(sentences[0] ?? '', name) ? sentences : introduce({ id, name }, sentences, scene)
}

function tellDoings({ id }: Described, { threads }: Scene): string[] {
  return toProse(threads.find(({ graphId }) => graphId === id)?.description ?? '')
}

/** What is in sight of what it holds. */
function tellContents({ id, name }: Described, scene: Scene): string[] {
  const things = scene.itemsHere.filter(({ heldBy }) => heldBy === id).map((thing) => nameOf(thing, scene))
  return things.length === 0 ? [] : [`${capitalise(nameOf({ id, name }, scene))} holds ${joinAnd(things)}.`]
}

/** For descriptions that leave out whom they describe. */
function introduce(named: Pick<Described, 'id' | 'name'>, [first, ...rest]: readonly string[], scene: Scene): string[] {
  const name = capitalise(nameOf(named, scene))
  if (isPerson(named, scene)) return [`${name} is here.`, ...(first === undefined ? [] : [first]), ...rest]
  return first === undefined ? [`There is ${nameOf(named, scene)}.`] : [`${name}: ${lowerFirst(first)}`, ...rest]
}

export function nameOf(named: Pick<Described, 'id' | 'name'>, scene: Scene): string {
  return isPerson(named, scene) ? personInSentence(named.name, scene.texts) : nameInSentence(named.name, scene.texts)
}

function isPerson({ id }: Pick<Described, 'id'>, { people }: Scene): boolean {
  return people.some((person) => person.id === id)
}

function mentions(sentence: string, name: string): boolean {
  const words = contentWords(sentence)
  return contentWords(name).some((word) => words.includes(word))
}
