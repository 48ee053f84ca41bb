import type { StoryEvent } from '../programs/event.ts'

/** What a cone must be able to decide. */
export interface Question {
  /** Events that may happen. */
  readonly goals: readonly StoryEvent[]
  /**
   * With `all`, the cone decides which endings are reached and from where. With `none`, it forgets endings that change
   * nothing else for the goals, which keeps it small: what can't happen in it can't happen, but a path may go on after an
   * ending, and then the engine doesn't play it.
   */
  readonly endings: 'all' | 'none'
}
