import { text, type Reader } from './readers.ts'
import { report } from '../diagnostics/reporter.ts'

/** A text that play replaces: it cannot be computed by an expression at the same time. */
export const stateText: Reader<string> = (cursor) => {
  const value = text(cursor)
  if (value === undefined || !value.startsWith('=') || value.startsWith('==')) return value
  report(
    cursor,
    'dynamic-on-state',
    'This value changes in play, so that it cannot be an expression.',
    'Write the value at the start, without "=".',
  )
  return undefined
}
