import type { ParameterView } from '@llm-gamebook/story'
import type { Argument } from '../../narratorInput.ts'
import type { PlayerInput } from '../playerInput.ts'
import type { OpenSlot } from './fillSlots.ts'

/** "The second one": the place in a list that was read out, from 0; null where the words name none. */
export function ordinalIn({ all }: Pick<PlayerInput, 'all'>): number | null {
  const index = all.map((word) => ORDINALS.indexOf(word)).find((place) => place >= 0)
  return index ?? null
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** What stands at a place of the list that a question read out; undefined where nothing does. */
export function choiceAt({ slot, choices }: OpenSlot, index: number): Argument | undefined {
  return listChoices(slot, choices)[index]
}

function listChoices(slot: ParameterView, choices: OpenSlot['choices']): readonly Argument[] {
  if (slot.type === 'choice') return slot.values
  return slot.type === 'entity' ? (choices ?? slot.choices).map(({ id }) => id) : []
}
