import type { Diagnostic } from '../format/diagnostics/diagnostic.ts'
import { buildGamebook } from '../format/buildGamebook.ts'
import { startState, type StoryState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { worldOf } from '../traits/worldOf.ts'

/** The world of a file as far as it can be built, and its errors. */
export function buildWorld(
  yaml: string,
  state: Partial<StoryState> = {},
): { world: World | null; errors: readonly Diagnostic[] } {
  const { model, diagnostics } = buildGamebook(yaml, 'test.yaml')
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return { world: model && worldOf(model, { ...startState(7), ...state }), errors }
}

/** The world of a file that has to be without errors. */
export function getWorld(yaml: string, state: Partial<StoryState> = {}): World {
  const { world, errors } = buildWorld(yaml, state)
  if (world === null || errors.length > 0) throw new Error(JSON.stringify(errors, null, 2))
  return world
}
