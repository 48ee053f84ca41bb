import { findHandling, nameInSentence, personInSentence } from '@llm-gamebook/story'
import type { EntitySlot, Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { actionPhrase } from './actionPhrase.ts'
import { joinOr } from './list.ts'

/** An action as it reads after "you could": "take the lantern or the rope"; without a choice of items, the author's phrase. */
export function choicePhrase(option: Option, scene: Scene): string | null {
  const item = entitySlot(option, 'item')
  if (item === null) return actionPhrase(option)
  const items = joinOr(namesIn(item, scene))
  if (items === '') return actionPhrase(option)
  const to = entitySlot(option, 'to')
  const receivers = to === null ? '' : joinOr(namesIn(to, scene))
  return findHandling(option.action ?? '')?.possible(items, receivers) ?? actionPhrase(option)
}

/** The name of an item or person inside a sentence. */
export function nameOfChoice({ id, name }: { readonly id: string; readonly name: string }, scene: Scene): string {
  const isPerson = scene.people.some((person) => person.id === id)
  return isPerson ? personInSentence(name, scene.authoredText) : nameInSentence(name, scene.authoredText)
}

function entitySlot({ slots }: Option, slotName: string): EntitySlot | null {
  const slot = slots.find(({ name }) => name === slotName)
  return slot?.type === 'entity' ? slot : null
}

function namesIn({ choices }: EntitySlot, scene: Scene): string[] {
  return choices.flatMap(({ id, name }) => (name === null ? [] : [nameOfChoice({ id, name }, scene)]))
}
