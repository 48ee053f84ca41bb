import { replaceLookAlikes } from '../../names/lookAlikes.ts'
import { nearest } from '../../names/nearest.ts'
import { synonymOf } from './synonyms.ts'

/** The known key that was probably meant; undefined if none is similar. */
export function meantKey(written: string, known: ReadonlySet<string>): string | undefined {
  const typed = replaceLookAlikes(written).trim()
  return known.has(typed) ? typed : (nearest(typed, known) ?? synonymOf(typed, known))
}
