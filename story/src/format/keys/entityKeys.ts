import type { TraitName } from '../../gamebook/gamebook.ts'
import type { Key, Keys } from './key.ts'
import { anyOf, BOOLEAN, CONDITION, definition, EFFECTS, listOf, mappingOf, NULLABLE_TEXT, TEXT } from './shapes.ts'

const details: Key = {
  shape: mappingOf(TEXT),
  text: 'What players can look at: words, separated by commas, and the text for them.',
  since: 2,
}

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
    details,
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
      shape: definition('otherwise'),
      text: "Node: the reason the story gives when it can't be entered.",
    },
    ending: { shape: definition('ending'), text: 'Node: entering it ends the story.' },
    first_visit: { shape: TEXT, text: 'Node: text narrated when it is entered for the first time.', since: 2 },
    on_enter: { shape: EFFECTS, text: 'Node: what happens whenever it is entered.', since: 2 },
    hint: { shape: TEXT, text: 'Node: the last step of a hint about reaching it.', since: 2 },
    details,
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
  speaker: {
    topics: { shape: listOf(definition('topic')), text: 'Speaker: what players can ask about.', since: 2 },
  },
}

/** The keys of these traits that the first version of the format did not have. */
export function newerKeysOf(traits: readonly TraitName[]): ReadonlySet<string> {
  const keys = traits.flatMap((trait) => Object.entries(traitKeys[trait]))
  return new Set(keys.flatMap(([name, { since }]) => (since === undefined ? [] : [name])))
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
  otherwise: { shape: definition('otherwise'), text: 'The reason the story gives when it is closed.' },
  label: { shape: NULLABLE_TEXT, text: 'What the exit is called.' },
  id: {
    shape: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    text: 'Its target if absent. Edges to the same node need different ids.',
  },
  narrate: { shape: TEXT, text: 'Text narrated when the player takes this exit.' },
  effects: { shape: EFFECTS, text: 'What taking this exit does, before the node is entered.' },
  hint: { shape: TEXT, text: 'The last step of a hint about this exit.' },
}

export const topicKeys: Keys = {
  id: { shape: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' }, isRequired: true, text: 'Unique in its speaker.' },
  about: { shape: { ...listOf(TEXT), minItems: 1 }, isRequired: true, text: 'Words that players use to ask about it.' },
  label: { shape: TEXT, text: 'The topic as it is offered to players. Without a label, they must discover it.' },
  say: { shape: TEXT, isRequired: true, text: 'What the speaker answers; {{ … }} inserts the value of an expression.' },
  enabled: { shape: CONDITION, default: true, text: 'Whether players can ask about it now.' },
  once: { shape: BOOLEAN, default: false, text: 'Whether players can ask about it only once.' },
  effects: { shape: EFFECTS, text: 'What asking about it changes, after the answer.' },
  promise: { shape: definition('promise'), text: 'What the answer promises the player.' },
}

export const promiseKeys: Keys = {
  id: { shape: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' }, isRequired: true, text: 'Unique in the gamebook.' },
  text: { shape: TEXT, isRequired: true, text: 'One sentence for the journal.' },
  kept: { shape: CONDITION, isRequired: true, text: 'The promise is open until this is true.' },
}

/** An entry of a list of reasons. */
export const reasonKeys: Keys = {
  if: { shape: CONDITION, default: true, text: 'When this reason applies; the first that applies is given.' },
  text: { shape: TEXT, isRequired: true, text: 'The reason.' },
}

export const endingKeys: Keys = {
  title: { shape: TEXT, text: 'What the ending is called; the name of the node if absent.' },
  kind: { shape: { enum: ['good', 'bad', 'neutral'] }, default: 'neutral', text: 'Shown with the title.' },
  text: { shape: TEXT, text: 'The last words: sent to the narrator with that turn, and shown on the last page.' },
}
