import type { Clock, Entity } from '../../gamebook/gamebook.ts'
import { storedValue } from '../../state/stored.ts'
import type { World } from '../../state/world.ts'

const MINUTES_PER_DAY = 24 * 60

/** The story time since the start. */
export function minutesOf(world: World, id: Entity['id'], clock: Clock): number {
  const stored = storedValue(world.state, id, 'minutes')
  return typeof stored === 'number' ? stored : clock.minutes
}

/** The day of the start is day 1. */
export function dayAt(clock: Clock, minutes: number): number {
  return 1 + Math.floor((clock.start + minutes) / MINUTES_PER_DAY)
}

/** `HH:MM` */
export function timeOfDayAt(clock: Clock, minutes: number): string {
  const rest = (clock.start + minutes) % MINUTES_PER_DAY
  return `${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}`
}

/** `day 1, 21:30` */
export function formatTime(clock: Clock, minutes: number): string {
  return `day ${dayAt(clock, minutes)}, ${timeOfDayAt(clock, minutes)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
