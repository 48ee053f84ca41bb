import { isCall } from '../cone/transitions.ts'
import { isOfCall, type StoryEvent } from '../programs/event.ts'
import type { Occurrence, SearchTree } from '../search/searchTree.ts'

/** The calls to where something is met. The last step can be one that is only seen. */
export function countCallsTo(tree: SearchTree, { state, step }: Occurrence): number {
  return tree.depthOf(state) + Number(step !== null && isCall(tree.stepFrom(state, step)))
}

/**
 * Without fewer calls an event can't happen, if this is where it is met with the fewest. What can also be seen between two
 * calls may be seen in another state that is as near as the one in which the last call is made.
 */
export function leastCalls(event: StoryEvent, tree: SearchTree, occurrence: Occurrence): number {
  return isOfCall(event) ? countCallsTo(tree, occurrence) : tree.depthOf(occurrence.state)
}
