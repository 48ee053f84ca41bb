import type { StoryState } from '../../state/storyState.ts'
import { readVariable } from '../programs/readVariable.ts'
import { endingOf } from '../programs/receiptEvents.ts'
import type { GamebookCone } from './cone.ts'
import type { ConeState } from './transitions.ts'

/** The state of a cone that stands for a state of play; null if no state of the cone does. */
export function encodeState({ source, variables, endings, find }: GamebookCone, state: StoryState): ConeState | null {
  const { gamebook } = source
  const encoded = new Int32Array(variables.length + 1)
  for (const [place, index] of variables.entries()) {
    const variable = source.variables[index]?.variable
    const value = variable === undefined ? null : find(index, readVariable(gamebook, variable, state))
    if (value === null) return null
    encoded[place] = value
  }
  const ended = endingOf(state)
  if (ended !== null) {
    const number = endings.indexOf(ended) + 1
    if (number === 0) return null
    encoded[variables.length] = number
  }
  return encoded
}
