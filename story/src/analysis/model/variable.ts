import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { startValue } from '../../state/startValue.ts'
import { currentValue, discussedTopics, enteredNodes, storedVisits } from '../../state/stored.ts'
import type { StoryState } from '../../state/storyState.ts'

/** Something that play can change: a field, visits of a node, whether a topic was asked, or the state of a trigger. */
export type Variable =
  | { readonly kind: 'field'; readonly entityId: string; readonly field: string }
  /** Whether a node was visited, or how often. */
  | { readonly kind: 'visited' | 'visits'; readonly graphId: string; readonly nodeId: string }
  | { readonly kind: 'discussed'; readonly speakerId: string; readonly topicId: string }
  /** Whether its condition was true at the last evaluation and, for a `once` trigger, whether it has fired. */
  | { readonly kind: 'trigger'; readonly triggerId: string }

/** A name that is unique among the variables of a gamebook. */
export function variableName(variable: Variable): string {
  switch (variable.kind) {
    case 'field':
      return `${variable.entityId}.${variable.field}`
    case 'visited':
    case 'visits':
      return `${variable.kind}(${variable.graphId}, ${variable.nodeId})`
    case 'discussed':
      return `discussed(${variable.speakerId}, ${variable.topicId})`
    case 'trigger':
      return variable.triggerId
  }
}

export type VariableReader = (state: StoryState) => Json

export function variableReader(gamebook: Gamebook, variable: Variable): VariableReader {
  switch (variable.kind) {
    case 'field': {
      const { entityId, field } = variable
      const start = startValue(gamebook, entityId, field)
      return (state) => currentValue(state, entityId, field, start)
    }
    case 'visited': {
      const { graphId, nodeId } = variable
      const isStart = gamebook.entities.get(graphId)?.graph?.startNodeId === nodeId
      return (state) => isStart || enteredNodes(state, graphId).includes(nodeId)
    }
    case 'visits': {
      const { graphId, nodeId } = variable
      const isVisited = variableReader(gamebook, { kind: 'visited', graphId, nodeId })
      return (state) => storedVisits(state, graphId, nodeId) ?? Number(isVisited(state))
    }
    case 'discussed': {
      const { speakerId, topicId } = variable
      return (state) => discussedTopics(state, speakerId).includes(topicId)
    }
    case 'trigger': {
      const { triggerId } = variable
      const isOnce = gamebook.triggers.some(({ id, once }) => id === triggerId && once)
      return ({ triggers }) => {
        const known = Object.hasOwn(triggers, triggerId) ? triggers[triggerId] : undefined
        return known === undefined ? 0 : Number(known.on) + (isOnce && known.fired > 0 ? 2 : 0)
      }
    }
  }
}
