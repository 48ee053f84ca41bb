import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { startValue } from '../../state/startValue.ts'
import { enteredNodes, storedValue } from '../../state/stored.ts'
import type { StoryState } from '../../state/storyState.ts'

/** One thing that play can change: a field, whether a node was visited, what is known of a trigger. */
export type Variable =
  | { readonly kind: 'field'; readonly entityId: string; readonly field: string }
  | { readonly kind: 'visited'; readonly graphId: string; readonly nodeId: string }
  /** Whether it held when it was last asked, and for one that fires `once` whether it did. */
  | { readonly kind: 'trigger'; readonly triggerId: string }

/** Unique among the cells of a gamebook. */
export function variableName(cell: Variable): string {
  switch (cell.kind) {
    case 'field':
      return `${cell.entityId}.${cell.field}`
    case 'visited':
      return `visited(${cell.graphId}, ${cell.nodeId})`
    case 'trigger':
      return cell.triggerId
  }
}

export type VariableReader = (state: StoryState) => Json

export function variableReader(gamebook: Gamebook, cell: Variable): VariableReader {
  switch (cell.kind) {
    case 'field': {
      const { entityId, field } = cell
      const start = startValue(gamebook, entityId, field)
      return (state) => storedValue(state, entityId, field) ?? start
    }
    case 'visited': {
      const { graphId, nodeId } = cell
      const isStart = gamebook.entities.get(graphId)?.graph?.startNodeId === nodeId
      return (state) => isStart || enteredNodes(state, graphId).includes(nodeId)
    }
    case 'trigger': {
      const { triggerId } = cell
      const isOnce = gamebook.triggers.some(({ id, once }) => id === triggerId && once)
      return ({ triggers }) => {
        const known = Object.hasOwn(triggers, triggerId) ? triggers[triggerId] : undefined
        return known === undefined ? 0 : Number(known.on) + (isOnce && known.fired > 0 ? 2 : 0)
      }
    }
  }
}
