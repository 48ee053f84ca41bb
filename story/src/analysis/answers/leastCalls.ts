import { isCall } from '../cone/transitions.ts'
import { isOfCall, type StoryEvent } from '../programs/event.ts'
import type { ConePath } from '../search/searchTree.ts'

/** The calls of a path. Its last step can be one that is only seen. */
export function countFunctionCalls({ steps }: Pick<ConePath, 'steps'>): number {
  return steps.filter(isCall).length
}

/**
 * Without fewer calls an event can't happen, if this path is one of those to it with the fewest. What can also be seen
 * between two calls may be seen in another state that is as near as the one in which the last call is made.
 */
export function leastCalls(event: StoryEvent, path: ConePath): number {
  return isOfCall(event) ? countFunctionCalls(path) : countFunctionCalls({ steps: path.steps.slice(0, -1) })
}
