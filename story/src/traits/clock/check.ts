import { writeField } from '../../state/change.ts'
import { allow, refuse, type CheckAction } from '../../state/verdict.ts'
import { minutesOf } from './time.ts'

/** `clock/advance`: story time goes on by 1 minute to 7 days. */
export const checkAdvance: CheckAction = (world, { entity_id, minutes }) => {
  const clock = typeof entity_id === 'string' ? world.gamebook.entities.get(entity_id) : undefined
  if (clock?.clock === undefined) return refuse('no-such-clock', 'There is no such clock.')
  const isWithin = Number.isInteger(minutes) && Number(minutes) >= 1 && Number(minutes) <= MOST
  if (typeof minutes !== 'number' || !isWithin) return refuse('out-of-range', 'That is no possible length of time.')
  const total = minutesOf(world, clock.id, clock.clock) + minutes
  if (!Number.isSafeInteger(total)) return refuse('out-of-range', 'Time cannot go on any further.')
  return allow(writeField(clock.id, 'minutes', total))
}

const MOST = 10_080
