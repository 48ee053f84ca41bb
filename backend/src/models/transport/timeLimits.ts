import { isLocalHost } from '../address/localHost.ts'
import { noTimeouts, type Timeouts } from '../timeouts.ts'
import type { TimeLimits } from './nodeFetch.ts'

/**
 * A local server may have to load the model first, and then reads the story for minutes, in silence or after the first
 * bytes of its answer. So only the whole time is limited.
 */
const LOCAL_SECONDS = 600

/** The limits for a server that differ from those for all. */
export function findTimeLimits(baseUrl: string, { firstWord, total }: Timeouts = noTimeouts): Partial<TimeLimits> {
  const local = total ?? LOCAL_SECONDS
  return {
    ...(isLocalHost(URL.parse(baseUrl)?.hostname ?? '') && { 'first-byte': local, idle: local, total: local }),
    ...(firstWord !== null && { 'first-byte': firstWord }),
    ...(total !== null && { total }),
  }
}
