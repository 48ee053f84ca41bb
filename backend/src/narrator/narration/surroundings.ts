import { isAdverb, nameInSentence } from '@llm-gamebook/story'
import { fieldPhrase } from '../prose/fieldPhrase.ts'
import { joinAnd } from '../prose/list.ts'
import { toProse } from '../prose/plainProse.ts'
import { capitalize, toSentence } from '../prose/sentences.ts'
import { timeOf } from '../prose/timePhrase.ts'
import type { Scene } from '../scene/scene.ts'
import { nameOf, introduceEntity } from './describeEntity.ts'
import { describePlayer } from './opening.ts'

/** The place in full, and the people in it. */
export function describePlace(scene: Scene): string[] {
  const place = toProse(scene.place?.description ?? '')
  const people = scene.people.flatMap((person) => introduceEntity(person, scene).slice(0, 1))
  const sentences = [...place, ...people, ...describeItemsHere(scene)]
  return sentences.length > 0 ? sentences : ['There is little to see.']
}

/** The items within reach. */
export function describeItemsHere(scene: Scene): string[] {
  const stored = new Set(storedItems(scene).flatMap(({ things }) => things))
  const names = scene.itemsHere.filter((thing) => !stored.has(thing)).map((thing) => nameOf(thing, scene))
  return names.length === 0 ? [] : [`${capitalize(joinAnd(names))} ${names.length === 1 ? 'is' : 'are'} within reach.`]
}

export function describePosition({ place, authoredText }: Scene): string {
  if (place === null) return ''
  return toSentence(
    isAdverb(place.name)
      ? `you are ${place.name.toLowerCase()}`
      : `this is ${nameInSentence(place.name, authoredText)}`,
  )
}

export function describePeople(scene: Scene): string[] {
  const people = scene.people.flatMap((person) => introduceEntity(person, scene))
  return people.length > 0 ? people : ['There is no one here but you.']
}

/** The carried items, and the contents of bags that are always with the player. */
export function describeInventory(scene: Scene): string[] {
  const { carried, playerCharacter, view } = scene
  if (view.inventoryIds.length === 0 && carried.length === 0 && playerCharacter?.isContainer !== true)
    return [describeNearby(scene)]
  const names = carried.map((thing) => nameOf(thing, scene))
  const stored = storedItems(scene).map(({ holder, things }) => {
    return `${capitalize(nameOf(holder, scene))} holds ${joinAnd(things.map((thing) => nameOf(thing, scene)))}.`
  })
  return [names.length === 0 ? 'Your hands are empty.' : `You carry ${joinAnd(names)}.`, ...stored]
}

/** Whether the player has a thing; null for a thing that is not carried. */
export function describePossession(item: Scene['carried'][number] | null, scene: Scene): string[] {
  return item === null
    ? ['No, you have nothing like that.', ...describeInventory(scene)]
    : [`Yes, you have ${nameOf(item, scene)}.`]
}

function describeNearby(scene: Scene): string {
  const names = scene.visible.filter((entity) => !scene.people.includes(entity)).map((thing) => nameOf(thing, scene))
  return names.length === 0 ? 'You have nothing of note.' : `You have ${joinAnd(names)} at hand.`
}

/** Bags and the like: a container that no condition hides is with the player everywhere. */
function storedItems({
  visible,
  people,
  itemsHere,
}: Scene): { holder: Scene['visible'][number]; things: Scene['itemsHere'] }[] {
  return visible
    .filter((entity) => entity.isContainer && entity.isConstant && !people.includes(entity))
    .map((holder) => ({ holder, things: itemsHere.filter(({ heldBy }) => heldBy === holder.id) }))
    .filter(({ things }) => things.length > 0)
}

/** The player's fields. */
export function describeStatus(scene: Scene): string[] {
  const sentences = (scene.playerCharacter?.fields ?? []).map(fieldPhrase).filter((phrase) => phrase !== '')
  return sentences.length > 0 ? sentences : describeSelf(scene)
}

/** The time on the first clock. */
export function describeTime({ view }: Scene): string {
  const [clock] = view.clocks
  return clock === undefined ? 'No one keeps time in this story.' : `It is ${timeOf(clock)}.`
}

export function describeSelf(scene: Scene): string[] {
  const sentences = describePlayer(scene)
  return sentences.length > 0 ? sentences : ['You are the one all this is happening to.']
}
