import { hasSecrets, knownTextOf, protectedTextsOf, type ProtectedTexts, worldOf } from '@llm-gamebook/story'

import { collectKnown } from './collectKnown.ts'
import type { WrittenAnswer } from './findDrift.ts'

/**
 * What the next words of an answer may not hold; null if nothing is secret, or if the story is too long to be read
 * again.
 */
export function protectSecrets({ turn, before, answer }: WrittenAnswer): ProtectedTexts | null {
  const { gamebook, text: player } = turn
  const world = worldOf(gamebook, answer.stateAfter)
  if (!hasSecrets(world)) return null
  const { texts: known, isWhole } = collectKnown(turn)
  if (!isWhole) return null
  const receipts = answer.receipts.map(({ receipt }) => receipt)
  return protectedTextsOf(world, knownTextOf({ gamebook, receipts, player, known }, worldOf(gamebook, before), world))
}
