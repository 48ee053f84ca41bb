import type { Condition } from '../../expressions/expression.ts'
import { events, type StoryEvent } from '../programs/event.ts'
import type { Reason } from '../verdict/reason.ts'
import { notKnown, type NotKnown } from '../verdict/verdict.ts'
import type { Answers, OpenQuestion } from './answers.ts'

/** Knows nothing: every question is open for the same reason. */
export function openAnswers(reason: Reason): Answers {
  const conditions: Condition[] = []
  const numbers = new Map<Condition, number>()
  const asked = new Map<string, OpenQuestion['about']>()
  const nothing = notKnown(reason)
  const numberOf = (condition: Condition): number => {
    const number = numbers.get(condition) ?? conditions.push(condition) - 1
    numbers.set(condition, number)
    return number
  }
  const leaveOpen = (key: string, about: OpenQuestion['about']): NotKnown => {
    asked.set(key, about)
    return nothing
  }
  const canHappen = (event: StoryEvent): NotKnown => leaveOpen(event, { kind: 'event', event })
  return {
    canHappen,
    conditionCanBe: (condition, value) => canHappen(events.condition(numberOf(condition), value)),
    pathTo: (event) => (canHappen(event), null),
    softLocks: () => leaveOpen('soft-lock', { kind: 'soft-lock' }),
    lostGoals: (goal) => leaveOpen(`goal-lost ${goal}`, { kind: 'goal-lost', goal }),
    failures: () => [],
    triggerLoops: () => [],
    conditions,
    effort: () => ({
      states: 0,
      calls: 0,
      questions: asked.size,
      open: [...asked.values()].map((about) => ({ about, reasons: nothing.reasons })),
    }),
  }
}
