import type { Entity } from '../../gamebook/gamebook.ts'
import { authoredText } from '../../gamebook/authoredText.ts'
import { isAdverb, nameInSentence } from '../../names/nameInSentence.ts'
import { viewPlayerLocation } from '../../prompt/viewStory.ts'
import type { World } from '../../state/world.ts'
import { renderName } from '../../traits/described/prompt.ts'
import { isRevealedAndEnabled } from '../../traits/visibility.ts'
import type { Scene } from './scene.ts'

/** `the brass key`; null for something that the player may not know. */
export function nameForPlayer(world: World, entity: Entity): string | null {
  if (entity.described === undefined || !isRevealedAndEnabled(world, entity)) return null
  return nameInSentence(renderName(world, entity), authoredText(world.gamebook))
}

/** Where the player is. */
export function placeFact({ after, before }: Scene): string {
  const here = viewPlayerLocation(after, () => {})
  if (here === null) return 'You are where you were.'
  const hasMoved = viewPlayerLocation(before, () => {})?.nodeId !== here.nodeId
  const phrase = nameInSentence(here.name, authoredText(after.gamebook))
  const where = isAdverb(phrase) ? phrase : `at ${phrase}`
  return hasMoved ? `You are now ${where}.` : `You are still ${where}.`
}

export function hasNotFact({ after }: Scene, item: Entity): string {
  const name = nameForPlayer(after, item)
  return name === null ? "You don't have that." : `You don't have ${name}.`
}

export function hasFact({ after }: Scene, item: Entity): string {
  return `You still have ${nameForPlayer(after, item) ?? 'that'}.`
}
