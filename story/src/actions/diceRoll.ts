import type { ActionFormat } from './action.ts'
import { key, payloadOf } from './payload.ts'

const optional = { required: false }

/** `entity_id` is the owner of the field `into`. `play/rollCheck.ts` rolls the dice. */
export const diceRoll: ActionFormat = {
  target: null,
  payload: payloadOf({
    roll: key('dice'),
    add: key('number-expression', optional),
    at_least: key('number-expression', optional),
    into: key('number-field', optional),
    entity_id: key('entity', optional),
    on_success: key('effects', optional),
    on_failure: key('effects', optional),
  }),
}
