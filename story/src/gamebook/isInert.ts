import type { Effect } from './gamebook.ts'

/** Whether an effect changes nothing that a rule can read: words, a promise, an open question, an event for the log. */
export function isInert(effect: Effect): boolean {
  if (effect.kind === 'action') return effect.action === 'talk/expect'
  return effect.kind !== 'roll'
}
