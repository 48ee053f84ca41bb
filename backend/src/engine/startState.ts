import { type RestoredState, startState, writeStartAnswers } from '@llm-gamebook/story'

import { stateAt } from './stateAt.ts'
import type { TurnRequest } from './turn.ts'

type Start = Pick<TurnRequest, 'gamebook' | 'gamebookVersion' | 'path' | 'startAnswers'>

/** The state that the turn starts with. */
export function findStartState(request: Start, seed: number): RestoredState {
  const { gamebook, gamebookVersion: version, path, startAnswers = {} } = request
  const last = path.at(-1)
  if (last !== undefined) return stateAt({ gamebook, version }, last, seed)
  return { state: writeStartAnswers(gamebook, startState(seed), startAnswers), findings: [] }
}
