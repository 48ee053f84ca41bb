import { actionByTarget, actionNames } from '../../actions/findAction.ts'
import type { Json } from '../../json.ts'
import { conditionSchema, dynamicText, effectSchema, fieldSchema, parameterSchema } from './ruleSchemas.ts'
import { closed, listOf, mappingOf, NULLABLE_TEXT, REFERENCE, TEXT } from './shapes.ts'

/**
 * The JSON Schema (draft 7) of `llm-gamebook.yaml`: editors complete and check by it while one types. It knows shapes
 * and no references: what an id leads to is for the reader to say.
 */
export function gamebookSchema(): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A gamebook (llm-gamebook.yaml)',
    ...closed(
      {
        title: { ...TEXT, description: 'Shown to people, never told to the model.' },
        description: { ...NULLABLE_TEXT, description: 'Shown to people; told as the summary of the story.' },
        author: NULLABLE_TEXT,
        image: { ...NULLABLE_TEXT, description: 'The cover: a picture in the folder of the gamebook.' },
        id: true,
        source: true,
        prompt: {
          ...mappingOf(NULLABLE_TEXT),
          description: 'Replaces sections of the prompt: role, goal, rules, format, style, language, opening.',
        },
        entity_types: listOf(REFERENCE('entityType')),
      },
      ['title', 'entity_types'],
    ),
    definitions: {
      condition: conditionSchema,
      effect: effectSchema,
      field: fieldSchema,
      parameter: parameterSchema,
      entityType: entityTypeSchema,
      entity: entitySchema,
      edge: edgeSchema,
      ending: endingSchema,
      function: functionSchema,
      trigger: triggerSchema,
    },
  }
}

const TRAITS = ['described', 'graph', 'graph_node', 'clock', 'item', 'container']

const traitSchema: Json = {
  anyOf: [
    { enum: TRAITS },
    {
      type: 'object',
      required: ['name'],
      properties: {
        name: { enum: TRAITS },
        node_type_id: { ...TEXT, description: 'Of a graph: the type of its nodes.' },
        options: { type: 'object', properties: { node_type_id: TEXT } },
      },
    },
  ],
}

const entityTypeSchema: Json = closed(
  {
    name: { ...TEXT, description: 'The heading that is told.' },
    id: { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$', description: 'Made from the name where it is left out.' },
    instructions: {
      ...NULLABLE_TEXT,
      description: 'Told to the model. Without them the type and its entities are not told.',
    },
    hidden: { type: 'boolean', description: 'Not told, and meant so.' },
    traits: { ...listOf(traitSchema), description: 'What its entities can do.' },
    fields: { ...mappingOf(REFERENCE('field')), description: 'Typed fields of its entities.' },
    entities: listOf(REFERENCE('entity')),
    triggers: listOf(REFERENCE('trigger')),
  },
  ['name', 'entities'],
)

/** Further keys are free fields. */
const entitySchema: Json = {
  type: 'object',
  properties: {
    id: {
      type: 'string',
      pattern: '^[a-z][a-z0-9_]*$',
      description: 'Made from the name where it is left out. Unique in the gamebook.',
    },
    name: dynamicText,
    description: dynamicText,
    enabled: { ...REFERENCE('condition'), description: 'Whether it is told. It never stops a move.' },
    secret: { type: 'boolean', description: 'Nothing of it reaches the model until it is revealed.' },
    reveal_when: { ...REFERENCE('condition'), description: 'Reveals it for good when it first holds.' },
    node_ids: { ...listOf(TEXT), minItems: 1, description: 'Of a graph: its nodes.' },
    current_node_id: {
      type: ['string', 'null'],
      description: 'Of a graph: where it starts; the first node where it is left out.',
    },
    edge_ids: { ...listOf(TEXT), description: 'Of a node: where one can go from here.' },
    edges: { ...listOf(REFERENCE('edge')), description: 'Of a node: ways with guards and labels.' },
    requires: { ...REFERENCE('condition'), description: 'Of a node: must hold for anybody to enter it.' },
    otherwise: { ...NULLABLE_TEXT, description: 'Of a node: the reason that is voiced when it cannot be entered.' },
    ending: REFERENCE('ending'),
    'x-min-steps': {
      type: 'integer',
      minimum: 0,
      description: 'Of a node: the compiler warns where fewer calls lead there.',
    },
    'x-requires-visit': {
      anyOf: [TEXT, listOf(TEXT)],
      description: 'Of a node: the compiler warns where it can be reached without a visit to these nodes.',
    },
    start: {
      type: 'string',
      pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
      description: 'Of a clock: the time of day at the start.',
    },
    minutes: { type: 'integer', minimum: 0, description: 'Of a clock: story time since the start.' },
    held_by: { ...NULLABLE_TEXT, description: 'Of a thing: what holds it.' },
    portable: { ...REFERENCE('condition'), description: 'Of a thing: whether it can be taken.' },
    capacity: { type: ['integer', 'null'], minimum: 0, description: 'Of a container: how many things it holds.' },
    open: { ...REFERENCE('condition'), description: 'Of a container: whether it shows and gives what it holds.' },
    functions: { anyOf: [listOf(REFERENCE('function')), { type: 'null' }] },
    triggers: { anyOf: [listOf(REFERENCE('trigger')), { type: 'null' }] },
  },
}

const edgeSchema: Json = {
  anyOf: [
    TEXT,
    closed(
      {
        to: { ...TEXT, description: 'The node it leads to.' },
        enabled: REFERENCE('condition'),
        otherwise: { ...NULLABLE_TEXT, description: 'The reason that is voiced when it is closed.' },
        label: { ...NULLABLE_TEXT, description: 'What the way is called.' },
      },
      ['to'],
    ),
  ],
}

const endingSchema: Json = {
  anyOf: [{ type: 'boolean' }, closed({ title: TEXT, kind: { enum: ['good', 'bad', 'neutral'] }, text: TEXT })],
  description: 'Entering the node ends the story.',
}

const actionSchema: Json = {
  type: 'string',
  anyOf: [{ enum: actionNames }, { pattern: '^[a-z0-9_-]+/[a-z0-9_-]+$' }],
  description: 'An action of the engine, or an event of the gamebook: namespace/name.',
}

const functionSchema: Json = closed({
  target: { enum: [...actionByTarget.keys()], description: 'Short for an action.' },
  action: actionSchema,
  name: {
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$',
    description: 'The name of the tool, unique in the gamebook.',
  },
  description: { ...NULLABLE_TEXT, description: 'Told with the tool.' },
  parameters: { ...mappingOf(REFERENCE('parameter')), description: 'What the narrator fills in.' },
  properties: {
    ...mappingOf(NULLABLE_TEXT),
    description: 'Other descriptions of parameters, "to" and "item" included.',
  },
  args: { type: 'object', description: 'The payload of the action: fixed values, or texts "=expression".' },
  enabled: {
    ...REFERENCE('condition'),
    description: 'The tool is offered, and a call accepted, only while this holds.',
  },
  otherwise: { ...NULLABLE_TEXT, description: 'The reason that is voiced when it is refused.' },
  check: { ...REFERENCE('effect/definitions/roll'), description: 'Dice that decide whether it succeeds.' },
  effects: listOf(REFERENCE('effect')),
})

const triggerSchema: Json = closed(
  {
    condition: { ...REFERENCE('condition'), description: 'When it becomes true, the trigger fires.' },
    name: actionSchema,
    action: actionSchema,
    args: { type: 'object' },
    effects: listOf(REFERENCE('effect')),
    once: { type: 'boolean', description: 'At most once in a session.' },
    id: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
  },
  ['condition'],
)
