import { listEndings } from '../../play/listEndings.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { currentNodeId } from '../../traits/graph/currentNode.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { formatCount } from '../describeCheck/formatCount.ts'
import type { Finding } from '../finding.ts'
import type { FileLocation } from '../sourceMap.ts'
import { replay } from '../steps/replay.ts'
import { formatStep, OPENING, type Step } from '../steps/step.ts'
import { lockFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** Finds states from which no ending can be reached. */
export const findSoftLocks: FindFindings = (context) => {
  const { answers, gamebook } = context
  // A story without any ending is another finding.
  if (listEndings(gamebook).length === 0) return []
  const locks = answers.softLocks()
  if (locks.kind !== 'locked') return []
  return locks.paths.map((steps): Finding => {
    const message = `${describeMoment(steps)}, no ending can be reached.${countStates(locks.states)}`
    const hint = 'Add a path that leads out, end the story there, or block what leads there.'
    return lockFinding(context, 'soft-lock', locate(context, steps), { message, hint, witness: steps })
  })
}

/** In how many states something is so: a sentence with a space before it; nothing if the steps show the only one. */
export function countStates(states: number | null): string {
  if (states === null || states === 1) return ''
  return ` In total, ${formatCount(states, 'state')} of the story are like this, apart from differences that don't matter here.`
}

/** The end of a play, at the beginning of a sentence. */
export function describeMoment(steps: readonly Step[]): string {
  const last = steps.at(-1)
  return last === undefined ? 'At the start of the story' : `After ${formatStep(last)}`
}

/** The last function that was called; before the first call, the place where the player is. */
function locate({ gamebook, locations }: FindingContext, steps: readonly Step[]): FileLocation {
  const last = steps.at(-1)
  if (last !== undefined && last.function !== OPENING) return locations.function(last.function)
  const [graph] = [...placeGraphs(gamebook), ...gamebook.entities.values()].filter(
    (entity) => entity.graph !== undefined,
  )
  const state = replay(gamebook, steps).at(-1)
  if (graph === undefined || state === undefined) return locations.start
  return locations.entity(currentNodeId(worldOf(gamebook, state), graph))
}
