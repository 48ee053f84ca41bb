import { isUnknown } from '../state/stored.ts'
import { writeField, type StateWrite } from '../state/change.ts'
import { allow, refuse } from '../state/verdict.ts'
import { minutesOf } from '../traits/clock/time.ts'
import type { Action } from './action.ts'
import { key, payloadOf } from './payload.ts'

/** Moves story time forward by 1 minute to 7 days. */
export const clockAdvance: Action = {
  target: 'advance',
  payload: payloadOf({ entity_id: key('clock'), minutes: key('minutes', { question: 'How many minutes' }) }),
  check: (world, { entity_id, minutes }) => {
    const clock = typeof entity_id === 'string' ? world.gamebook.entities.get(entity_id) : undefined
    if (clock?.clock === undefined) return refuse('no-such-clock', 'There is no such clock.')
    const isWithin = Number.isInteger(minutes) && Number(minutes) >= 1 && Number(minutes) <= MAX_MINUTES
    if (typeof minutes !== 'number' || !isWithin) return refuse('out-of-range', 'That is not a valid length of time.')
    if (isUnknown(world.state, clock.id, 'minutes')) return allow(addMinutes(clock.id, minutes))
    const total = minutesOf(world, clock.id, clock.clock) + minutes
    if (!Number.isSafeInteger(total)) return refuse('out-of-range', 'The clock cannot go any further.')
    return allow(writeField(clock.id, 'minutes', total))
  },
  recordWrites: ({ subjects }, recorder) => {
    for (const { id, clock } of subjects) if (clock !== undefined) recorder.writeField(id, 'minutes')
  },
  verbs: ['wait', 'rest', 'pass the time', 'let time pass'],
}

function addMinutes(entityId: string, amount: number): StateWrite {
  return { kind: 'write', fields: [], added: { entityId, field: 'minutes', sum: { amount, min: 0, max: Infinity } } }
}

const MAX_MINUTES = 10_080
