import type { ExpressionError } from '../../expressions/expressionError.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { offeredFunctions } from '../../play/offeredFunctions.ts'
import type { StoryState } from '../../state/storyState.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { listObservers, lookWith } from '../programs/observers.ts'
import { failureAt, type PlayFailure } from './failure.ts'
import type { PlayedStep } from './playReplay.ts'

/** What a played step makes fail, if only what is seen after it. */
export function listLastFailures(gamebook: Gamebook, { failures, state }: PlayedStep): readonly PlayFailure[] {
  return [...failures, ...listStateFailures(gamebook, state)]
}

/** What fails when a state is looked at: guards of what can be called, visibility and texts. */
function listStateFailures(gamebook: Gamebook, state: StoryState): readonly PlayFailure[] {
  const failures: PlayFailure[] = []
  const report = (where: string, error: ExpressionError): void => void failures.push(failureAt(where, error))
  const world = worldOf(gamebook, state)
  offeredFunctions(world, report)
  lookWith(listObservers(gamebook), world, report)
  return failures
}
