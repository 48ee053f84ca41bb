import { text, type Reader } from './readers.ts'
import { report } from '../diagnostics/reporter.ts'

/** A text that changes during play and therefore cannot be computed. */
export const stateText: Reader<string> = (cursor) => {
  const value = text(cursor)
  if (value === undefined || !value.startsWith('=') || value.startsWith('==')) return value
  report(
    cursor,
    'dynamic-on-state',
    "This value changes during play, so it can't be an expression.",
    'Write its start value, without "=".',
  )
  return undefined
}
