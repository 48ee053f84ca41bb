import type { Gamebook } from '../../gamebook/gamebook.ts'
import { offeredFunctions } from '../../play/offeredFunctions.ts'
import type { StoryState } from '../../state/storyState.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { listObservers, lookWith } from '../programs/observers.ts'
import { failureAt, type PlayFailure } from './playReplay.ts'

/** What fails when a state is looked at: guards of what can be called, visibility and texts. */
export function listStateFailures(gamebook: Gamebook, state: StoryState): readonly PlayFailure[] {
  const failures: PlayFailure[] = []
  const report = (where: string, error: Error): void => void failures.push(failureAt(where, error))
  const world = worldOf(gamebook, state)
  offeredFunctions(world, report)
  lookWith(listObservers(gamebook), world, report)
  return failures
}
