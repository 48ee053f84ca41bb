import { nameOf } from './describeEntity.ts'
import { describePosition } from './surroundings.ts'
import type { Scene } from '../scene/scene.ts'
import { capitalize } from '../prose/sentences.ts'
import { moveVerbs } from '../prose/suggestions.ts'
import { vary } from '../prose/vary.ts'
import { stock, type StockPurpose } from './stock.ts'
import type { Option } from '../scene/option.ts'

/** A sentence that says nothing came of a message, and one about something of this moment. */
export function narrateStock(scene: Scene, purpose: StockPurpose, near: readonly Option[] = []): string[] {
  return [vary(scene, purpose, stock[purpose]), mentionSomething(scene, near)]
}

/** One thing, person or exit that the player can turn to next. */
function mentionSomething(scene: Scene, near: readonly Option[]): string {
  const [close] = near.filter(({ reason }) => reason === null).flatMap((option) => possibleMove(option, scene))
  if (close !== undefined) return close
  const moves = scene.options.filter(({ reason }) => reason === null).flatMap((option) => possibleMove(option, scene))
  const people = scene.people.map((person) => `${capitalize(nameOf(person, scene))} is here.`)
  const items = scene.itemsHere.map((item) => `${capitalize(nameOf(item, scene))} is within reach.`)
  const carried = scene.carried.map((item) => `You still have ${nameOf(item, scene)}.`)
  const [first = describePosition(scene), ...others] = [...people, ...moves, ...items, ...carried]
  return vary(scene, 'mention', [first, ...others])
}

/** Nothing in a gamebook whose author leaves it to the player to find out. */
function possibleMove(option: Option, scene: Scene): readonly string[] {
  if (!scene.view.suggestions) return []
  const phrase = moveVerbs(scene, [option], 2)
  return phrase === '' ? [] : [`You could ${phrase}.`]
}
