import type { StoredPart } from '../../messages/part.ts'
import { isErrorResult } from '../request/callResult.ts'

/**
 * The parts of an earlier answer without calls that were errors: nothing in the story came of them. Providers refuse
 * the reasoning and the ids of a step whose calls are missing, so these leave with them.
 */
export function withoutErrors(parts: readonly StoredPart[]): readonly StoredPart[] {
  const wrong = new Set(parts.filter((part) => part.type === 'tool-call' && isErrorResult(part.result)))
  if (wrong.size === 0) return parts
  const left = parts.filter((part) => !wrong.has(part))
  const stepsLeft = new Set(left.flatMap(({ type, origin }) => (type === 'tool-call' ? [origin?.step] : [])))
  const cut = new Set([...wrong].map(({ origin }) => origin?.step).filter((step) => !stepsLeft.has(step)))
  return left.flatMap((part) => {
    if (part.type === 'tool-call' || !cut.has(part.origin?.step)) return part
    return part.type === 'text' ? { ...part, origin: undefined } : []
  })
}
