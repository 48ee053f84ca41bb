import type { Reason } from '../verdict/reason.ts'
import type { Cone } from './cone.ts'

/** Why play can come to values or runs that a cone doesn't contain; undefined if it can't. */
export function findGap({ reasonsWithSums }: Cone): Reason | undefined {
  return reasonsWithSums.find(({ kind }) => kind === 'unbounded' || kind === 'wide')
}
