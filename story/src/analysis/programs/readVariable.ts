import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import { startValue } from '../../state/startValue.ts'
import { currentValue, discussedTopics, enteredNodes, storedVisits } from '../../state/stored.ts'
import type { StoryState } from '../../state/storyState.ts'
import type { Variable } from './variable.ts'

/** The value of a variable in a state of play. */
export function readVariable(gamebook: Gamebook, variable: Variable, state: StoryState): Json {
  switch (variable.kind) {
    case 'field': {
      const { entityId, field } = variable
      return currentValue(state, entityId, field, startValue(gamebook, entityId, field))
    }
    case 'visited': {
      const { graphId, nodeId } = variable
      const isStart = gamebook.entities.get(graphId)?.graph?.startNodeId === nodeId
      return isStart || enteredNodes(state, graphId).includes(nodeId)
    }
    case 'visits': {
      const { graphId, nodeId } = variable
      const isVisited = readVariable(gamebook, { kind: 'visited', graphId, nodeId }, state)
      return storedVisits(state, graphId, nodeId) ?? Number(isVisited)
    }
    case 'discussed':
      return discussedTopics(state, variable.speakerId).includes(variable.topicId)
    case 'load':
      return indexOf(gamebook).items.filter(
        ({ id, item }) => currentValue(state, id, 'held_by', item?.heldBy ?? null) === variable.containerId,
      ).length
    case 'fired':
      return (triggerOf(state, variable.triggerId)?.fired ?? 0) > 0
    case 'on':
      return triggerOf(state, variable.triggerId)?.on === true
  }
}

function triggerOf({ triggers }: StoryState, id: string): StoryState['triggers'][string] | undefined {
  return Object.hasOwn(triggers, id) ? triggers[id] : undefined
}
