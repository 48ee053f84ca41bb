import type { Reason, Reasons } from '../verdict/reason.ts'

/**
 * The reasons that there are, each once; of several limits of a kind, the largest. Once the time is over, no other limit
 * is what would help.
 */
export function toReasons(reasons: readonly (Reason | null)[]): Reasons {
  const different = new Map<string, Reason>()
  for (const reason of reasons) {
    if (reason === null) continue
    const key = reason.kind === 'limit' ? reason.of : JSON.stringify(reason)
    const known = different.get(key)
    const isSmaller = known?.kind === 'limit' && reason.kind === 'limit' && reason.value <= known.value
    if (!isSmaller) different.set(key, reason)
  }
  const isOutOfTime = different.has('time')
  const decisive = [...different.values()].filter(
    (reason) => !isOutOfTime || reason.kind !== 'limit' || reason.of === 'time',
  )
  const [first = UNREPLAYED, ...others] = decisive
  return [first, ...others]
}

/** The only reason that is left without any other: a path was found, and the engine did not play it. */
const UNREPLAYED: Reason = { kind: 'not-replayed' }
