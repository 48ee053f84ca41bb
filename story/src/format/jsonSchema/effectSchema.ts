import { actions } from '../../actions/actions.ts'
import { actionNames } from '../../actions/findAction.ts'
import type { PayloadKey } from '../../actions/payload.ts'
import { ROLL } from '../../gamebook/actionName.ts'
import type { Json } from '../../json.ts'
import { effectKeys, guardKey, narrateKey, promiseKey } from '../keys/functionKeys.ts'
import { ACTION_NAME, anyOf, EFFECTS, VALUE, type Shape } from '../keys/shapes.ts'
import { closedObject, properties } from './objects.ts'

/** `{action, args, if}`, or the action as a key: `{state/set: {field: lit, value: true}}`, or `{narrate: text}`. */
export const effectSchema: Json = anyOf(closedObject(effectKeys), {
  type: 'object',
  minProperties: 1,
  properties: {
    ...Object.fromEntries(actionNames.map((name) => [name, payloadSchema(actions[name].payload)])),
    ...properties({ narrate: narrateKey, promise: promiseKey, if: guardKey }),
  },
  patternProperties: { '^x-': {}, [ACTION_NAME]: { type: 'object' } },
  additionalProperties: false,
})

/** A key of a payload can hold an expression instead of a value. */
function payloadSchema(payload: ReadonlyMap<string, PayloadKey>): Shape {
  const shapes = [...payload].map(([key, { kind }]): [string, Shape] => [key, kind === 'effects' ? EFFECTS : VALUE])
  return {
    type: 'object',
    properties: Object.fromEntries(shapes),
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  }
}

export const rollSchema: Json = payloadSchema(actions[ROLL].payload)
