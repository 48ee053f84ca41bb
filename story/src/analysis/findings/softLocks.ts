import { listEndings } from '../../play/listEndings.ts'
import { formatStep } from '../steps/step.ts'
import type { Finding } from '../finding.ts'
import { lockFinding, type FindFindings } from './findingContext.ts'

/** Finds states from which no ending can be reached. */
export const findSoftLocks: FindFindings = (context) => {
  const { answers, locations, gamebook } = context
  // A story without any ending is another finding.
  if (listEndings(gamebook).length === 0) return []
  const locks = answers.softLocks()
  if (locks.kind !== 'locked') return []
  return locks.paths.map((steps): Finding => {
    const last = steps.at(-1)
    const when = last === undefined ? 'At the start' : `After ${formatStep(last)}`
    const message = `${when}, no ending can be reached${countStates(locks.states)}.`
    const hint = 'Add an edge out of it, end the story there, or block what leads there.'
    const location = locations.function(last?.function ?? gamebook.functions[0]?.name ?? '')
    return lockFinding(context, 'soft-lock', location, { message, hint, witness: steps })
  })
}

export function countStates(states: number | null): string {
  if (states === null) return ''
  return states === 1 ? ' (1 such state)' : ` (${states} such states)`
}
