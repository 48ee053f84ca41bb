import { stepsTo, type ExploredSlice } from '../explore/explore.ts'
import { visitsWithPathTo } from '../explore/visitsWithPathTo.ts'
import { formatStep, type Step } from '../explore/step.ts'
import type { Finding } from '../finding.ts'
import { observedFinding, type FindFindings } from './findingContext.ts'

/** The largest number of findings of this kind. */
const MAX_REPORTED = 5

/**
 * Finds states from which no ending can be reached. If several slices have endings, only states in which all of these
 * endings are cut off count. Nothing is reported if the search was incomplete or the story can restart.
 */
export const findSoftLocks: FindFindings = (context) => {
  const { exploration, locations } = context
  const ending = exploration.slices.filter(({ visits }) => visits.some(({ ended }) => ended !== null))
  if (!exploration.isComplete || exploration.slicing.resets || ending.length === 0) return []
  const locked = ending.map((slice) => ({ slice, locked: lockedVisits(slice) }))
  const [first] = locked
  if (first === undefined || locked.some((part) => part.locked.size === 0)) return []
  const others = locked.slice(1).flatMap((part) => entriesOf(part.slice, part.locked)[0]?.steps ?? [])
  const states = locked.reduce((sum, part) => sum + part.locked.size, 0)
  return entriesOf(first.slice, first.locked)
    .slice(0, MAX_REPORTED)
    .map(({ steps, last }): Finding => {
      const message = `After ${formatStep(last)}, no ending can be reached (${states} such ${states === 1 ? 'state' : 'states'}).`
      const hint = 'Add an edge out of it, end the story there, or block what leads there.'
      return observedFinding(context, 'soft-lock', locations.function(last.function), {
        message,
        hint,
        witness: [...others, ...steps],
      })
    })
}

/** The indexes of visits from which no ending can be reached. */
function lockedVisits(explored: ExploredSlice): ReadonlySet<number> {
  const canEnd = visitsWithPathTo(explored, (index) => explored.visits[index]?.ended !== null)
  return new Set([...explored.visits.keys()].filter((index) => !canEnd.has(index)))
}

interface Entry {
  readonly steps: readonly Step[]
  readonly last: Step
}

/** The shortest path to each call after which no ending can be reached. */
function entriesOf({ visits }: ExploredSlice, locked: ReadonlySet<number>): readonly Entry[] {
  const entries = new Map<string, Entry>()
  for (const index of locked) {
    const visit = visits[index]
    if (visit === undefined || visit.step === null || locked.has(visit.parent)) continue
    const name = `${visit.step.function} ${JSON.stringify(visit.step.args)}`
    if (!entries.has(name)) entries.set(name, { steps: stepsTo(visits, index), last: visit.step })
  }
  return [...entries.values()]
}
