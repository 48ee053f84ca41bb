import { expect } from 'vitest'

import type { Json } from '../json.ts'
import { callFunction, type CallOutcome } from '../play/callFunction.ts'
import type { StoryState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'

export const ignore = (): void => {}

export function call(world: World, name: string, args: Json): CallOutcome {
  return callFunction(world, { function: name, args, by: 'tool' }, ignore)
}

export function codeOf({ result }: CallOutcome): string {
  return result.result === 'applied' ? result.result : result.code
}

/** The world after calls that have to succeed. */
export function after(world: World, ...calls: readonly (readonly [name: string, args: Json])[]): World {
  return calls.reduce((now, [name, args]) => {
    const outcome = call(now, name, args)
    expect(codeOf(outcome)).toBe('applied')
    return { ...now, state: outcome.state }
  }, world)
}

export function withState(world: World, state: Partial<StoryState>): World {
  return { ...world, state: { ...world.state, ...state } }
}
