import { wholeNumber, type Reader } from '../../cursor/readers.ts'
import { report } from '../../diagnostics/reporter.ts'
import { stateText } from '../../cursor/stateText.ts'
import type { TraitSchema } from './traitSchema.ts'

export const clockSchema: TraitSchema = {
  name: 'clock',
  read: (keys) => ({
    clock: {
      start: keys.optional('start', timeOfDay, EIGHT_O_CLOCK),
      minutes: keys.optional('minutes', storyMinutes, 0),
    },
  }),
}

const EIGHT_O_CLOCK = 8 * 60

const timeOfDay: Reader<number> = (cursor) => {
  if (cursor.kind === 'number') {
    report(cursor, 'wrong-type', 'Expected a time of day, found a number.', TIME_HINT)
    return undefined
  }
  const written = stateText(cursor)
  if (written === undefined) return undefined
  const [, hours, minutes] = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(written) ?? []
  if (hours !== undefined && minutes !== undefined) return Number(hours) * 60 + Number(minutes)
  report(cursor, 'bad-value', `"${written}" is not a time of day.`, TIME_HINT)
  return undefined
}

const TIME_HINT = 'Write hours and minutes, as in "08:00" or "21:30".'

const storyMinutes: Reader<number> = (cursor) => {
  if (cursor.kind !== 'text') return wholeNumber(cursor)
  const written = stateText(cursor)
  return written === undefined ? undefined : wholeNumber(cursor)
}
