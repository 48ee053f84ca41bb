import type { ParameterView } from '@llm-gamebook/story'
import type { Argument } from '../../narratorInput.ts'
import type { PlayerInput } from '../playerInput.ts'
import type { OpenSlot } from './fillSlots.ts'

/** The index that "the second one" names in a list, from 0; null if there is none. */
export function ordinalIn({ all }: Pick<PlayerInput, 'all'>): number | null {
  const index = all.map((word) => ORDINALS.indexOf(word)).find((place) => place >= 0)
  return index ?? null
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** The choice at an index of the list in a question; undefined if the list is shorter. */
export function choiceAt({ slot, choices }: OpenSlot, index: number): Argument | undefined {
  return listChoices(slot, choices)[index]
}

function listChoices(slot: ParameterView, choices: OpenSlot['choices']): readonly Argument[] {
  if (slot.type === 'choice') return slot.values
  return slot.type === 'entity' ? (choices ?? slot.choices).map(({ id }) => id) : []
}
