import type { FieldOf } from '../../expressions/traitFields.ts'
import type { TraitReader } from '../../state/traitReader.ts'
import { dayAt, minutesOf, timeOfDayAt } from './time.ts'

export const clockReaders: Record<FieldOf<'clock'>, TraitReader> = {
  start: (_, { clock }) => clock && timeOfDayAt(clock, 0),
  minutes: (world, { id, clock }) => clock && minutesOf(world, id, clock),
  day: (world, { id, clock }) => clock && dayAt(clock, minutesOf(world, id, clock)),
  time_of_day: (world, { id, clock }) => clock && timeOfDayAt(clock, minutesOf(world, id, clock)),
}
