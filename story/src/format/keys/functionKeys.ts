import { actionByTarget } from '../../actions/findAction.ts'
import type { Key, Keys } from './key.ts'
import {
  anyOf,
  BOOLEAN,
  CONDITION,
  definition,
  EFFECTS,
  listOf,
  mappingOf,
  NULLABLE_TEXT,
  oneOf,
  TEXT,
} from './shapes.ts'

export const functionKeys: Keys = {
  target: { shape: oneOf([...actionByTarget.keys()]), text: 'Shorthand for an action.' },
  action: { shape: definition('action'), text: 'What a call does first: namespace/name.' },
  name: {
    shape: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$' },
    text: 'The name of the tool, unique in the gamebook.',
  },
  description: { shape: NULLABLE_TEXT, text: 'Sent to the model with the tool.' },
  parameters: { shape: mappingOf(definition('parameter')), text: 'What the narrator fills in.' },
  properties: {
    shape: mappingOf(NULLABLE_TEXT),
    text: 'Replaces descriptions of parameters, including "to" and "item".',
  },
  args: { shape: { type: 'object' }, text: 'The payload of the action: fixed values, or texts "=expression".' },
  enabled: {
    shape: CONDITION,
    default: true,
    text: 'The tool is offered, and a call accepted, only while this is true.',
  },
  otherwise: { shape: definition('otherwise'), text: 'The reason the story gives when a call is refused.' },
  check: { shape: definition('roll'), text: 'Dice that decide whether it succeeds.' },
  narrate: { shape: TEXT, text: 'Text narrated on a call, after the main action and before the effects.' },
  effects: { shape: EFFECTS, text: 'What a call does after its action.' },
  hint: { shape: TEXT, text: 'The last step of a hint about this function.' },
}

export const parameterTypes = ['text', 'integer', 'boolean', 'choice', 'entity'] as const

export const parameterKeys: Keys = {
  type: { shape: oneOf(parameterTypes), isRequired: true, text: 'What the narrator can fill in.' },
  description: { shape: NULLABLE_TEXT, text: 'Sent to the model with the parameter.' },
  required: { shape: BOOLEAN, default: true, text: 'If false, the narrator may give null.' },
  max_length: { shape: { type: 'integer', minimum: 0 }, default: 500, text: 'Text: the maximum length in characters.' },
  min: { shape: { type: 'integer' }, text: 'Integer: the smallest.' },
  max: { shape: { type: 'integer' }, text: 'Integer: the largest.' },
  values: { shape: listOf({ type: ['string', 'integer'] }), text: 'Choice: the values to choose from.' },
  of: { shape: anyOf(TEXT, listOf(TEXT)), text: 'Entity: the types allowed.' },
}

export const triggerKeys: Keys = {
  condition: { shape: CONDITION, isRequired: true, text: 'The trigger fires when this becomes true.' },
  name: { shape: definition('action'), text: 'The action, or an event of your own: namespace/name.' },
  action: { shape: definition('action'), text: 'The same as "name".' },
  args: { shape: { type: 'object' }, text: 'The payload of the action: fixed values, or texts "=expression".' },
  effects: { shape: EFFECTS, text: 'What else it does.' },
  once: { shape: BOOLEAN, default: false, text: 'At most once per session.' },
  id: {
    shape: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    text: 'Its identity in saved states; its position in the list if absent.',
  },
}

export const guardKey: Key = {
  shape: CONDITION,
  default: true,
  text: 'The effect is applied only if this is true.',
}

export const narrateKey: Key = {
  shape: TEXT,
  text: 'Text narrated at this point; {{ … }} inserts the value of an expression.',
}

export const promiseKey: Key = { shape: definition('promise'), text: 'What the story promises the player here.' }

export const effectKeys: Keys = {
  action: {
    shape: definition('action'),
    text: 'An action of the engine, or an event: namespace/name.',
  },
  args: { shape: { type: 'object' }, text: 'The payload of the action: fixed values, or texts "=expression".' },
  narrate: narrateKey,
  promise: promiseKey,
  if: guardKey,
}
