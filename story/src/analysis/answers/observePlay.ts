import { writeStartAnswers } from '../../state/startAnswers.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import { scriptedDice } from '../steps/scriptedDice.ts'
import { OPENING, type Step } from '../steps/step.ts'
import { toStartAnswers } from '../steps/toStartAnswers.ts'
import type { StoryEvent } from '../programs/event.ts'
import { StoryObserver, type Watched } from './storyObserver.ts'

/** Called with what happened and the number of steps that were played when it did. */
export type NoteEvents = (events: readonly StoryEvent[], steps: number) => void

/** Whether what can be seen between two calls is noted in every state, or only in the first and the last one. */
export type Looks = 'always' | 'at-both-ends'

/**
 * Plays calls with the plain engine and notes everything that happens, also what is offered. Returns the last state; null
 * if a call was refused.
 */
export function observePlay(
  watched: Watched,
  steps: readonly Step[],
  note: NoteEvents,
  looks: Looks,
): StoryState | null {
  const observer = new StoryObserver(watched)
  const opening = steps[0]?.function === OPENING ? steps[0] : null
  const start = writeStartAnswers(watched.gamebook, startState(0), toStartAnswers(opening?.args ?? {}))
  let played = opening === null ? 0 : 1
  const opened = observer.open(start, scriptedDice(opening?.rolls ?? []))
  note(opened.events, played)
  note(observer.look(opened.state), played)
  let { state } = opened
  for (const step of steps.slice(played)) {
    played += 1
    const observed = observer.call(state, step, scriptedDice(step.rolls))
    note(observed.events, played)
    if (observed.isRefused) return null
    state = observed.state
    if (looks === 'always' || played === steps.length) note(observer.look(state), played)
  }
  return state
}
