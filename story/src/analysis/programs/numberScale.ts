import type { Clock } from '../../gamebook/gamebook.ts'
import { timeOfDayAt } from '../../traits/clock/time.ts'
import type { FieldUse } from './fieldUse.ts'
import type { NumberScale } from './stateVariable.ts'

const MINUTES_PER_DAY = 24 * 60

/** The scale of a number that is only compared with constants. `clock` is null for any number but the minutes of a clock. */
export function createScale(start: number, use: FieldUse, clock: Clock | null): NumberScale {
  const bounds = [...use.bounds].sort((a, b) => a - b)
  const minutes = clock === null ? [] : [...use.times].map((text) => countEarlier(text))
  const top = Math.max(start, ...bounds)
  const bottom = Math.min(start, ...bounds)
  const classes = new Map<string, number>()
  return {
    classOf: (value) => {
      const places = bounds.map((bound) => placeOf(value, bound))
      if (clock !== null) {
        const minute = (clock.start + value) % MINUTES_PER_DAY
        places.push(...minutes.map((bound) => placeOf(minute, bound)))
      }
      const key = places.join('')
      const known = classes.get(key) ?? classes.size
      classes.set(key, known)
      return known
    },
    low: bottom,
    high: top,
    fold: (value) => {
      const beyond = value - top - 1
      if (beyond > 0 && !use.decreases) return top + 1 + (minutes.length > 0 ? beyond % MINUTES_PER_DAY : 0)
      if (value < bottom && !use.increases) return bottom - 1
      return value
    },
  }
}

/** 0 below a bound, 1 at it, 2 above it. */
function placeOf(value: number, bound: number): number {
  return value < bound ? 0 : value === bound ? 1 : 2
}

const MIDNIGHT: Clock = { start: 0, minutes: 0 }

/** The number of minutes of a day before a text. */
function countEarlier(text: string): number {
  let count = 0
  while (count < MINUTES_PER_DAY && timeOfDayAt(MIDNIGHT, count) < text) count += 1
  return count
}
