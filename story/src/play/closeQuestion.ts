import { applyChange } from '../state/change.ts'
import type { StoryState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { isPresent } from '../traits/visibility.ts'

/** The state without its open question if the speaker who asked it is no longer present. */
export function closeQuestion(world: World): StoryState {
  const { state, gamebook } = world
  if (state.expecting === undefined) return state
  const speaker = gamebook.entities.get(state.expecting.entity)
  if (speaker !== undefined && isPresent(world, speaker)) return state
  return applyChange(state, { kind: 'write', fields: [], expecting: null })
}
