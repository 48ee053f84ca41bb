import type { Gamebook } from '../gamebook/gamebook.ts'
import { findMisfit } from './fitsField.ts'
import { listStartQuestions } from './startQuestions.ts'
import { storedValue } from './stored.ts'
import type { StoryState } from './storyState.ts'

/** What the player answered before the first page, by entity id and field. */
export interface StartAnswers {
  readonly [entityId: string]: { readonly [field: string]: string }
}

/** The longest answer, in characters. */
export const MAX_START_ANSWER = 200

/** Writes answers into a start state, without those that the gamebook does not ask for or does not allow. */
export function writeStartAnswers(gamebook: Gamebook, state: StoryState, answers: StartAnswers): StoryState {
  const written: Record<string, Record<string, string>> = {}
  for (const { entityId, field, declaration } of listStartQuestions(gamebook)) {
    const answer = ownText(answers, entityId, field)
    if (answer !== undefined && findMisfit(answer, declaration, gamebook) === null)
      written[entityId] = { ...written[entityId], [field]: answer }
  }
  return { ...state, entities: { ...state.entities, ...written } }
}

/** The fields that the player was asked for, with their values in a state; those with their start value are left out. */
export function keepStartAnswers(gamebook: Gamebook, state: StoryState): StoryState['entities'] {
  const kept: Record<string, StoryState['entities'][string]> = {}
  for (const { entityId, field } of listStartQuestions(gamebook)) {
    const value = storedValue(state, entityId, field)
    if (value !== undefined) kept[entityId] = { ...kept[entityId], [field]: value }
  }
  return kept
}

function ownText(answers: StartAnswers, entityId: string, field: string): string | undefined {
  const fields = Object.hasOwn(answers, entityId) ? answers[entityId] : undefined
  return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined
}
