/**
 * One part of the state of a story. What no rule reads is left out: the dice, the nudge of a turn, which each call has
 * to itself here, and the open question, because its topic can be asked by its id just as well.
 */
export type Variable =
  /** A field that play can write, also `current_node_id`, `held_by`, `minutes` and `revealed`. */
  | { readonly kind: 'field'; readonly entityId: string; readonly field: string }
  /** Whether a node was entered, or how often. */
  | { readonly kind: 'visited' | 'visits'; readonly graphId: string; readonly nodeId: string }
  | { readonly kind: 'discussed'; readonly speakerId: string; readonly topicId: string }
  /** How many items a container with a capacity holds. It follows from where the items are. */
  | { readonly kind: 'load'; readonly containerId: string }
  /** Whether a trigger that fires once has fired. */
  | { readonly kind: 'fired'; readonly triggerId: string }
  /** Whether the condition of a trigger was true when it was last evaluated; only where that doesn't follow from the state. */
  | { readonly kind: 'on'; readonly triggerId: string }

/** `player.coins`, `visited(map, hall)`: unique in a gamebook, and what authors read in reasons. */
export function variableName(variable: Variable): string {
  switch (variable.kind) {
    case 'field':
      return `${variable.entityId}.${variable.field}`
    case 'visited':
    case 'visits':
      return `${variable.kind}(${variable.graphId}, ${variable.nodeId})`
    case 'discussed':
      return `discussed(${variable.speakerId}, ${variable.topicId})`
    case 'load':
      return `items of ${variable.containerId}`
    case 'fired':
    case 'on':
      return `${variable.kind}(${variable.triggerId})`
  }
}
