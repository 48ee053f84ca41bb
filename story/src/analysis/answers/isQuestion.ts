import type { StoryEvent } from '../programs/event.ts'

/** Whether anybody asks if an event can happen. Why calls are refused is only of use once a play was refused. */
export function isQuestion(event: StoryEvent): boolean {
  return !event.startsWith('refused ')
}
