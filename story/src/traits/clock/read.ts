import type { FieldOf } from '../../expressions/traitFields.ts'
import type { Clock, Entity } from '../../gamebook.ts'
import { storedValue } from '../../state/stored.ts'
import type { TraitReader } from '../../state/traitReader.ts'
import type { World } from '../../state/world.ts'

export const clockReaders: Record<FieldOf<'clock'>, TraitReader> = {
  start: (_, { clock }) => clock && toTimeOfDay(clock.start),
  minutes: (world, { id, clock }) => clock && minutesOf(world, id, clock),
  day: (world, { id, clock }) => clock && 1 + Math.floor(timeOf(world, id, clock) / MINUTES_PER_DAY),
  time_of_day: (world, { id, clock }) => clock && toTimeOfDay(timeOf(world, id, clock)),
}

const MINUTES_PER_DAY = 24 * 60

/** Story time since the start. */
function minutesOf(world: World, id: Entity['id'], clock: Clock): number {
  const stored = storedValue(world.state, id, 'minutes')
  return typeof stored === 'number' ? stored : clock.minutes
}

/** Minutes since the midnight before the start. */
function timeOf(world: World, id: Entity['id'], clock: Clock): number {
  return clock.start + minutesOf(world, id, clock)
}

function toTimeOfDay(minutes: number): string {
  const rest = minutes % MINUTES_PER_DAY
  const [hour, minute] = [Math.floor(rest / 60), rest % 60]
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
