import type { TraitName } from '../../gamebook/gamebook.ts'
import type { Keys } from './key.ts'
import { anyOf, BOOLEAN, CONDITION, definition, listOf, NULLABLE_TEXT, TEXT } from './shapes.ts'

/** The keys of every entity. All keys that no table has are custom fields. */
export const commonEntityKeys: Keys = {
  id: {
    shape: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    text: 'Derived from the name if absent. Unique in the gamebook.',
  },
  functions: {
    shape: anyOf(listOf(definition('function')), { type: 'null' }),
    text: 'What the player can do here.',
  },
  triggers: { shape: anyOf(listOf(definition('trigger')), { type: 'null' }), text: 'Rules that run on their own.' },
  secret: { shape: BOOLEAN, text: 'None of it is sent to the model until it is revealed.' },
  reveal_when: { shape: CONDITION, text: 'Reveals it for good when this first becomes true.' },
}

/** What each trait adds to the keys of an entity. */
export const traitKeys: Readonly<Record<TraitName, Keys>> = {
  described: {
    name: { shape: definition('text'), text: 'What it is called.' },
    description: { shape: definition('text'), text: 'What the narrator knows about it.' },
    enabled: {
      shape: CONDITION,
      default: true,
      text: 'Whether it is visible to the narrator. It never blocks a move.',
    },
  },
  graph: {
    node_ids: { shape: { ...listOf(TEXT), minItems: 1 }, text: 'Graph: its nodes.' },
    current_node_id: { shape: NULLABLE_TEXT, text: 'Graph: where it starts; the first node if absent.' },
  },
  graph_node: {
    edge_ids: { shape: listOf(TEXT), text: 'Node: the nodes to which edges lead from here.' },
    edges: { shape: listOf(definition('edge')), text: 'Node: edges with guards and labels.' },
    requires: { shape: CONDITION, default: true, text: 'Node: must be true to enter it.' },
    otherwise: {
      shape: NULLABLE_TEXT,
      text: "Node: the reason the story gives when it can't be entered.",
    },
    ending: { shape: definition('ending'), text: 'Node: entering it ends the story.' },
  },
  clock: {
    start: {
      shape: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
      default: '08:00',
      text: 'Clock: the time of day at the start.',
    },
    minutes: { shape: { type: 'integer', minimum: 0 }, default: 0, text: 'Clock: story time since the start.' },
  },
  item: {
    held_by: { shape: NULLABLE_TEXT, text: 'Item: what holds it.' },
    portable: { shape: CONDITION, default: true, text: 'Item: whether it can be carried.' },
  },
  container: {
    capacity: { shape: { type: ['integer', 'null'], minimum: 0 }, text: 'Container: how many items it holds.' },
    open: { shape: CONDITION, default: true, text: 'Container: whether its items can be seen and taken.' },
  },
}

/** What the author expects of the gamebook check. The reader ignores them like all keys with `x-`. */
export const expectationKeys: Keys = {
  'x-min-steps': {
    shape: { type: 'integer', minimum: 0 },
    text: 'Node: the gamebook check warns if fewer calls lead here.',
  },
  'x-requires-visit': {
    shape: anyOf(TEXT, listOf(TEXT)),
    text: 'Node: the gamebook check warns if it can be reached without a visit to these nodes.',
  },
}

export const edgeKeys: Keys = {
  to: { shape: TEXT, isRequired: true, text: 'The node it leads to.' },
  enabled: { shape: CONDITION, default: true, text: 'Whether it is open.' },
  otherwise: { shape: NULLABLE_TEXT, text: 'The reason the story gives when it is closed.' },
  label: { shape: NULLABLE_TEXT, text: 'What the exit is called.' },
}

export const endingKeys: Keys = {
  title: { shape: TEXT, text: 'What the ending is called; the name of the node if absent.' },
  kind: { shape: { enum: ['good', 'bad', 'neutral'] }, default: 'neutral', text: 'Shown with the title.' },
  text: { shape: TEXT, text: 'The last words: sent to the narrator with that turn, and shown on the last page.' },
}
