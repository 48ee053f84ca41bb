import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { StoryState } from '../../state/storyState.ts'
import type { Step } from '../steps/step.ts'
import { playReplay } from './playReplay.ts'

const MAX_CALLS = 30_000

/**
 * Finds a seed whose dice lead to the same state as the dice of the steps, and to the same failures on the last one.
 * Null if none was found within a limit. Steps without rolls have dice as well where a trigger rolls before the first call.
 */
export function findReplaySeed(gamebook: Gamebook, steps: readonly Step[]): number | null {
  const expected = outcomeOf(gamebook, steps, null)
  let calls = 0
  for (let seed = 1; calls < MAX_CALLS; seed += 1) {
    if (outcomeOf(gamebook, steps, seed) === expected) return seed
    calls += steps.length
  }
  return null
}

/** What the last step that could be played led to. A refused one leaves the state as it was. */
function outcomeOf(gamebook: Gamebook, steps: readonly Step[], seed: number | null): string {
  const played = playReplay(gamebook, steps, seed)
  const last = played.at(-1)
  const { rng: _, ...state }: Partial<StoryState> = last?.state ?? {}
  return JSON.stringify([played.length, state, last?.refusal, last?.failures])
}
