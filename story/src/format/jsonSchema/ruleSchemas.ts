import { actions } from '../../actions/actions.ts'
import { actionNames } from '../../actions/findAction.ts'
import type { PayloadKey } from '../../actions/payload.ts'
import { ROLL } from '../../gamebook/actionName.ts'
import type { Json } from '../../json.ts'
import { closed, listOf, NULLABLE_TEXT, REFERENCE, TEXT } from './shapes.ts'

export const conditionSchema: Json = {
  anyOf: [{ type: 'boolean' }, TEXT, listOf({ type: ['string', 'boolean', 'number'] })],
  description: 'An expression, or several that must all hold.',
}

export const dynamicText: Json = {
  ...TEXT,
  description: 'A text; {{ … }} puts the value of an expression into it, and "=…" is an expression as a whole.',
}

const SCALAR: Json = { type: ['string', 'number', 'boolean', 'null'] }
const VALUE: Json = { anyOf: [SCALAR, listOf(SCALAR)] }
const EFFECTS: Json = listOf(REFERENCE('effect'))

export const fieldSchema: Json = {
  anyOf: [
    { enum: ['text', 'integer', 'number', 'boolean', 'list', 'entity', 'entities'] },
    closed(
      {
        type: { enum: ['text', 'integer', 'number', 'boolean', 'list', 'entity', 'entities'] },
        of: { ...TEXT, description: 'The type of entities that it is limited to.' },
        default: VALUE,
        min: { type: 'number' },
        max: { type: 'number' },
        values: listOf({ type: ['string', 'number'] }),
        on_bound: { enum: ['clamp', 'refuse'], description: 'What state/add does at a bound.' },
        label: { ...NULLABLE_TEXT, description: 'What people and the model call it.' },
        show: { enum: ['hidden', 'text', 'bar', 'list', 'icon'], description: "How the player's panel shows it." },
        tell: { type: 'boolean', description: 'Whether it is told to the model.' },
      },
      ['type'],
    ),
  ],
}

const PARAMETER_TYPES = ['text', 'integer', 'boolean', 'choice', 'entity']

export const parameterSchema: Json = {
  anyOf: [
    { enum: PARAMETER_TYPES },
    listOf({ type: ['string', 'integer'] }),
    closed(
      {
        type: { enum: PARAMETER_TYPES },
        description: NULLABLE_TEXT,
        required: { type: 'boolean' },
        max_length: { type: 'integer', minimum: 0 },
        min: { type: 'integer' },
        max: { type: 'integer' },
        values: listOf({ type: ['string', 'integer'] }),
        of: { anyOf: [TEXT, listOf(TEXT)] },
      },
      ['type'],
    ),
  ],
}

/** The payload of an action: a key may hold an expression wherever it holds a value. */
function payloadSchema(payload: ReadonlyMap<string, PayloadKey>): Json {
  const keys = [...payload].map(([key, { kind }]): [string, Json] => [key, kind === 'effects' ? EFFECTS : VALUE])
  return closed(Object.fromEntries(keys))
}

const roll = payloadSchema(actions[ROLL].payload)

export const effectSchema: Json = {
  anyOf: [
    closed({ action: TEXT, args: { type: 'object' }, if: REFERENCE('condition') }, ['action']),
    {
      type: 'object',
      minProperties: 1,
      properties: Object.fromEntries(actionNames.map((name) => [name, payloadSchema(actions[name].payload)])),
      patternProperties: { '^x-': true, '^[a-z0-9_-]+/[a-z0-9_-]+$': { type: ['object', 'null'] } },
      additionalProperties: false,
    },
  ],
  definitions: { roll },
}
