import { indexOf } from '../../../gamebook/gamebookIndex.ts'
import type { Gamebook } from '../../../gamebook/gamebook.ts'
import type { AnswerOptions } from '../../answers/findAnswers.ts'
import { findWalkthrough } from '../../findWalkthrough.ts'
import { events } from '../../programs/event.ts'
import { playReplay } from '../../replayFile/playReplay.ts'
import { countCalls } from '../../steps/step.ts'
import type { Truth } from '../truth/bruteForce.ts'
import { playSteps } from '../truth/playSteps.ts'
import { keyOfState } from '../truth/stateKey.ts'
import { after, type Tally } from './tally.ts'

/** Compares a walkthrough to a node with what is true: that it leads there, is the shortest, or that none exists. */
export function compareWalkthrough(
  gamebook: Gamebook,
  nodeId: string,
  options: AnswerOptions,
  truths: readonly Truth[],
  tally: Tally,
): void {
  const result = findWalkthrough(gamebook, nodeId, options)
  const entries = (indexOf(gamebook).graphsOfNode.get(nodeId) ?? []).map(({ id }) => events.entered(id, nodeId))
  const happenings = truths.flatMap(({ events: known }) => entries.flatMap((event) => known.get(event) ?? []))
  const [happening] = happenings.toSorted((one, other) => one.calls - other.calls)
  switch (result.kind) {
    case 'no-such-place':
      return tally.add('walkthrough: no such place', nodeId, 'the gamebook has this node')
    case 'no-way':
      if (!result.isProven) return tally.addNotKnown()
      return tally.add('walkthrough: no way', nodeId, happening ? after(happening.steps()) : null)
    case 'found': {
      const { steps, isShortest, seed, nodeId: named } = result.walkthrough
      const { observer, isWhole, state } = playSteps(gamebook, steps)
      const leadsThere = named === nodeId && isWhole && entries.some((event) => observer.events.has(event))
      tally.add('walkthrough', nodeId, leadsThere ? null : after(steps))
      const isLonger = isShortest && happening !== undefined && happening.calls < countCalls(steps)
      tally.add('walkthrough: shortest', nodeId, isLonger ? after(happening.steps()) : null)
      if (seed === null) return tally.addNotKnown()
      const rolled = playReplay(gamebook, steps, seed).at(-1)
      const isSame = rolled !== undefined && keyOfState(gamebook, rolled.state) === keyOfState(gamebook, state)
      tally.add('walkthrough: seed', `${nodeId} with seed ${seed}`, isSame ? null : after(steps))
    }
  }
}
