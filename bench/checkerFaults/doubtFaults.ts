import type { Fault } from './fault.ts'

/** Mistakes in what the checker claims although it has not tried everything. */
export const DOUBT_FAULTS: readonly Fault[] = [
  {
    name: 'a story that starts over: it leads on from a state that counts as locked',
    file: 'answers/proveLocked.ts',
    text: '.some(({ resets }) => resets)',
    replacement: '.some(({ resets }) => resets && false)',
  },
  {
    name: 'a forgotten reason: no run asks for an argument of which only some values were tried',
    file: 'values/doubts.ts',
    text: "reason.kind !== 'sampled' || explorer",
    replacement: "reason.kind !== 'sampled' && explorer",
  },
  {
    name: 'a forgotten reason: runs that were not tried lead nowhere from a locked state',
    file: 'answers/proveLocked.ts',
    text: 'tree.size, transitions.reasons())',
    replacement: 'tree.size, [])',
  },
  {
    name: 'a forgotten reason: runs that were not tried never start over',
    file: 'cone/coneDoubts.ts',
    text: "if (endings === 'all') addAll(found, sets.reasonsFor('reset'))",
    replacement: '',
  },
]
