import type { Condition } from '../../expressions/expression.ts'
import { events, type StoryEvent } from '../programs/event.ts'
import { notKnown, type NotKnown } from '../verdict/verdict.ts'
import type { Answers } from './answers.ts'

/** How events begin that are asked for all at once. */
export const FAILURE = 'failure '
export const LOOP = 'loop '

/**
 * Counts what a caller asks as long as nothing is known. An answer may lead to a few more questions.
 * @param possible the events that values don't exclude
 */
export function countQuestions(
  conditions: readonly Condition[],
  possible: Iterable<StoryEvent>,
  ask: (answers: Answers) => void,
): number {
  const asked = new Set<StoryEvent>()
  const count = (question: StoryEvent): NotKnown => {
    asked.add(question)
    return notKnown({ kind: 'limit', of: 'states', value: 0 })
  }
  const countAll = (prefix: string): readonly [] => {
    for (const event of possible) if (event.startsWith(prefix)) asked.add(event)
    return []
  }
  const numbers = new Map(conditions.map((condition, index) => [condition, index]))
  ask({
    canHappen: count,
    conditionCanBe(condition, value) {
      const number = numbers.get(condition)
      return number === undefined ? null : count(events.condition(number, value))
    },
    pathTo: (event) => (count(event), null),
    softLocks: () => count('soft-lock'),
    lostGoals: (goal) => count(`goal-lost ${goal}`),
    failures: () => countAll(FAILURE),
    triggerLoops: () => countAll(LOOP),
    conditions,
    effort: () => ({ states: 0, calls: 0, questions: asked.size, open: [] }),
  })
  return asked.size
}
