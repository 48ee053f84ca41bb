import { type Clock, systemClock } from '../../clock.ts'

/** Seconds to wait from `retry-after-ms` or `retry-after` (seconds, or a date, compared with the `date` of the response or our clock). */
export function readRetryAfter(
  headers: Readonly<Record<string, string>>,
  clock: Pick<Clock, 'now'> = systemClock,
): number | null {
  const milliseconds = Number(headers['retry-after-ms'] ?? NaN)
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds / 1000)
  const value = headers['retry-after']
  if (value === undefined) return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const wait = (Date.parse(value) - Date.parse(headers['date'] ?? clock.now())) / 1000
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}

/** Reads Google's form, `48s`. */
export function readRetryDelay(delay: string | null): number | null {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(delay ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds)
}

const WAIT = /(?:try again|retry|wait)\D{0,40}?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)\s?(ms|s)?)?\b/i

/** Reads words such as "Please try again in 7m12.5s" or "retry after 20 seconds". */
export function readRetryText(message: string | null): number | null {
  const [, hours, minutes, seconds, unit] = WAIT.exec(message ?? '') ?? []
  if (hours === undefined && minutes === undefined && (seconds === undefined || unit === undefined)) return null
  const rest = Number(seconds ?? 0) / (unit === 'ms' ? 1000 : 1)
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + rest
}
