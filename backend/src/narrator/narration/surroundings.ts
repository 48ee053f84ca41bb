import { isAdverb, nameInSentence } from '@llm-gamebook/story'
import { fieldPhrase } from '../prose/fieldPhrase.ts'
import { joinAnd } from '../prose/list.ts'
import { toProse } from '../prose/plainProse.ts'
import { capitalise, toSentence } from '../prose/sentences.ts'
import { timeOf } from '../prose/timePhrase.ts'
import type { Scene } from '../scene/scene.ts'
import { nameOf, introduceEntity } from './describeEntity.ts'
import { describePlayer } from './opening.ts'

/** The place in full, and who is there. */
export function describePlace(scene: Scene): string[] {
  const place = toProse(scene.place?.description ?? '')
  const people = scene.people.flatMap((person) => introduceEntity(person, scene).slice(0, 1))
  const told = [...place, ...people, ...describeItemsHere(scene)]
  return told.length > 0 ? told : ['There is little to be seen.']
}

/** The things that lie within reach. */
export function describeItemsHere(scene: Scene): string[] {
  const kept = new Set(keptIn(scene).flatMap(({ things }) => things))
  const names = scene.itemsHere.filter((thing) => !kept.has(thing)).map((thing) => nameOf(thing, scene))
  return names.length === 0 ? [] : [`Within reach ${names.length === 1 ? 'is' : 'are'} ${joinAnd(names)}.`]
}

export function describePosition({ place, texts }: Scene): string {
  if (place === null) return ''
  return toSentence(
    isAdverb(place.name) ? `you are ${place.name.toLowerCase()}` : `this is ${nameInSentence(place.name, texts)}`,
  )
}

export function describePeople(scene: Scene): string[] {
  const people = scene.people.flatMap((person) => introduceEntity(person, scene))
  return people.length > 0 ? people : ['There is nobody here but you.']
}

/** What the player carries, and what lies in what is always with him. */
export function describeInventory(scene: Scene): string[] {
  const { carried, playerCharacter, view } = scene
  if (view.carrierIds.length === 0 && carried.length === 0 && playerCharacter?.isContainer !== true)
    return [tellAtHand(scene)]
  const names = carried.map((thing) => nameOf(thing, scene))
  const kept = keptIn(scene).map(({ holder, things }) => {
    return `${capitalise(nameOf(holder, scene))} holds ${joinAnd(things.map((thing) => nameOf(thing, scene)))}.`
  })
  return [names.length === 0 ? 'Your hands are empty.' : `You carry ${joinAnd(names)}.`, ...kept]
}

function tellAtHand(scene: Scene): string {
  const names = scene.visible.filter((entity) => !scene.people.includes(entity)).map((thing) => nameOf(thing, scene))
  const [only] = names
  if (only === undefined) return 'You have nothing that the story has a name for.'
  return names.length === 1 ? `There is ${only} at hand.` : `At hand are ${joinAnd(names)}.`
}

/** Bags and the like: what no condition hides is with the player everywhere. */
function keptIn({
  visible,
  people,
  itemsHere,
}: Scene): { holder: Scene['visible'][number]; things: Scene['itemsHere'] }[] {
  return visible
    .filter((entity) => entity.isContainer && entity.isConstant && !people.includes(entity))
    .map((holder) => ({ holder, things: itemsHere.filter(({ heldBy }) => heldBy === holder.id) }))
    .filter(({ things }) => things.length > 0)
}

/** What the story counts of the player. */
export function describeStatus(scene: Scene): string[] {
  const told = (scene.playerCharacter?.fields ?? []).map(fieldPhrase).filter((phrase) => phrase !== '')
  return told.length > 0 ? told : describeSelf(scene)
}

/** How late it is. */
export function describeTime({ view }: Scene): string {
  const [clock] = view.clocks
  return clock === undefined ? 'The story keeps no clock.' : `It is ${timeOf(clock)}.`
}

export function describeSelf(scene: Scene): string[] {
  const told = describePlayer(scene)
  return told.length > 0 ? told : ['You are the one to whom all this happens.']
}
