import { tellName } from '../described/prompt.ts'
import { enteredNodes, storedFields } from '../../state/stored.ts'
import type { Ended, StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import type { Transition } from './check.ts'

/** Moves a graph. Applies a checked transition; total, so replaying a saved game cannot fail. */
export function reduceTransition(world: World, { entity_id, to }: Transition): StoryState {
  const { state } = world
  const fields = { ...storedFields(state, entity_id), current_node_id: to }
  const moved: StoryState = {
    ...state,
    entities: { ...state.entities, [entity_id]: fields },
    visited: { ...state.visited, [entity_id]: withEntry(world, entity_id, to) },
  }
  const ended = state.ended ?? endingAt({ ...world, state: moved }, entity_id, to)
  return ended === undefined ? moved : { ...moved, ended }
}

function withEntry(world: World, graphId: string, nodeId: string): readonly string[] {
  const entered = enteredNodes(world.state, graphId)
  const isStart = world.gamebook.entities.get(graphId)?.graph?.startNodeId === nodeId
  return isStart || entered.includes(nodeId) ? entered : [...entered, nodeId]
}

function endingAt(world: World, graph: string, node: string): Ended | undefined {
  const entity = world.gamebook.entities.get(node)
  if (entity?.graphNode?.ending == null) return undefined
  const { title, kind } = entity.graphNode.ending
  return { graph, node, title: title ?? tellName(world, entity), kind }
}
