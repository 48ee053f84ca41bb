import type { WorldLimit } from '@llm-gamebook/story'

import type { Narrator } from '../../models/narrator.ts'
import { DEFAULT_FACTOR } from './tokenFactor.ts'

/** Of the context window: estimates err, and servers add words of their own. */
const MARGIN = 0.05
/** Of the budget, for the journal and for the summary each. */
const BLOCK = 0.15

/** After a cut, a request takes this share of the budget, or half of the room beside what no cut can leave out. */
export const USED_AFTER_CUT = 0.6
export const ROOM_AFTER_CUT = 0.5
/** From this share on, what the next cut leaves out is summarized. */
export const USED_BEFORE_SUMMARY = 0.8

/** The tokens that a request may have: the context window without the answer and a margin. */
export function promptBudget({
  contextWindow,
  maxOutputTokens,
}: Pick<Narrator, 'contextWindow' | 'maxOutputTokens'>): number {
  return Math.max(1, Math.floor(contextWindow.tokens * (1 - MARGIN)) - maxOutputTokens)
}

/** Of the budget, for the section World of the system text. */
const WORLD = 0.3

/** Depends on the model alone, so that the system text never changes while the model stays. */
export function worldLimitOf(narrator: Pick<Narrator, 'contextWindow' | 'maxOutputTokens'>): WorldLimit {
  return { worldBytes: Math.floor((promptBudget(narrator) * WORLD) / DEFAULT_FACTOR) }
}

/** The bytes of the journal, and of the summary, within a budget in bytes. */
export const blockBytesOf = (budgetBytes: number): number => Math.floor(budgetBytes * BLOCK)
