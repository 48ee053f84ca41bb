import { stepsTo, type ExploredSlice } from '../explore/explore.ts'
import { formatStep, type Step } from '../explore/step.ts'
import type { Finding } from '../finding.ts'
import { observedFinding, type FindFindings } from './findingContext.ts'

/** How many ways into states without an ending are told. */
const MOST_TOLD = 5

/**
 * States from which no ending can be reached any more. Endings may lie in several slices: then only states in which
 * all of them are cut off count, and each slice is cut off by itself. Said only where everything was looked at, and
 * where the story cannot begin anew.
 */
export const findSoftLocks: FindFindings = (context) => {
  const { exploration, places } = context
  const ending = exploration.slices.filter(({ visits }) => visits.some(({ ended }) => ended !== null))
  if (!exploration.isWhole || exploration.slicing.resets || ending.length === 0) return []
  const locked = ending.map((slice) => ({ slice, locked: lockedVisits(slice) }))
  const [first] = locked
  if (first === undefined || locked.some((part) => part.locked.size === 0)) return []
  const others = locked.slice(1).flatMap((part) => entriesOf(part.slice, part.locked)[0]?.steps ?? [])
  const states = locked.reduce((sum, part) => sum + part.locked.size, 0)
  return entriesOf(first.slice, first.locked)
    .slice(0, MOST_TOLD)
    .map(({ steps, last }): Finding => {
      const message = `After ${formatStep(last)} no ending can be reached any more (${states} such ${states === 1 ? 'state' : 'states'} in all).`
      const hint = 'Leave a way on from there, end the story there, or close what leads there.'
      return observedFinding(context, 'soft-lock', places.function(last.function), {
        message,
        hint,
        witness: [...others, ...steps],
      })
    })
}

/** Those from which no visit with an ending can be reached. */
function lockedVisits({ visits, ways }: ExploredSlice): ReadonlySet<number> {
  const sources = new Map<number, number[]>()
  for (const [from, to] of ways) {
    const known = sources.get(to)
    if (known === undefined) sources.set(to, [from])
    else known.push(from)
  }
  const waiting = [...visits.keys()].filter((index) => visits[index]?.ended !== null)
  const canEnd = new Set(waiting)
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const from of sources.get(at) ?? []) {
      if (canEnd.has(from)) continue
      canEnd.add(from)
      waiting.push(from)
    }
  }
  return new Set([...visits.keys()].filter((index) => !canEnd.has(index)))
}

interface Entry {
  readonly steps: readonly Step[]
  readonly last: Step
}

/** The shortest ways that lead from where an ending can be reached to where none can, one for each call. */
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
