import { joinAnd } from '../prose/list.ts'
import { isAdverb, placeName } from '../prose/names.ts'
import { toProse } from '../prose/plainProse.ts'
import { toSentence } from '../prose/sentences.ts'
import type { Scene } from '../scene/scene.ts'
import { nameOf, tellAtFirstSight } from './tellEntity.ts'
import { tellHero } from './opening.ts'

/** The place in full, and who is there. */
export function tellHere(scene: Scene): string[] {
  const place = toProse(scene.place?.description ?? '')
  const people = scene.people.flatMap((person) => tellAtFirstSight(person, scene).slice(0, 1))
  const told = [...place, ...people]
  return told.length > 0 ? told : ['There is little to be seen.']
}

export function tellWhere({ place, texts }: Scene): string {
  if (place === null) return ''
  return toSentence(
    isAdverb(place.name) ? `you are ${place.name.toLowerCase()}` : `this is ${placeName(place.name, texts)}`,
  )
}

export function tellPeople(scene: Scene): string[] {
  const people = scene.people.flatMap((person) => tellAtFirstSight(person, scene))
  return people.length > 0 ? people : ['There is nobody here but you.']
}

export function tellThings(scene: Scene): string {
  const names = scene.seen.filter((entity) => !scene.people.includes(entity)).map((thing) => nameOf(thing, scene))
  const [only] = names
  if (only === undefined) return 'You have nothing that the story has a name for.'
  return names.length === 1 ? `There is ${only} at hand.` : `At hand are ${joinAnd(names)}.`
}

export function tellSelf(scene: Scene): string[] {
  const told = tellHero(scene)
  return told.length > 0 ? told : ['You are the one to whom all this happens.']
}
