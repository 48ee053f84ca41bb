import type { Reading } from '../expressions/scope.ts'
import type { Gamebook } from '../gamebook/gamebook.ts'
import { rollDice } from '../state/dice.ts'
import { createFindField } from '../state/readField.ts'
import { wasDiscussed } from '../state/stored.ts'
import type { StoryState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { countVisits, isVisited } from './graph/currentNode.ts'
import { traitReaders } from './readers.ts'

/** Combines a gamebook with a state. `{ ...world, state }` is the same gamebook at another state. */
export function worldOf(gamebook: Gamebook, state: StoryState): World {
  return { gamebook, state, reading, rollDice }
}

const reading: Reading<World> = {
  findField: createFindField(traitReaders),
  isVisited,
  countVisits,
  isDiscussed: ({ state }, { id }, topicId) => wasDiscussed(state, id, topicId),
}
