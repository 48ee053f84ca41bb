import type { TurnError } from '../../messages/turnError.ts'
import { turnErrorOf } from '../../models/failure/toTurnError.ts'
import type { Narrator } from '../../models/narrator.ts'
import type { TurnRequest } from '../turn.ts'
import type { MemoryPlan } from './planMemory.ts'

/** Common tokenizers need at least these tokens for a byte of English. */
const LIKELY_FACTOR = 0.2
/** Tokens of the shortest answer that is worth playing with. */
const SHORTEST_ANSWER = 256
/** What is recommended also holds the last turns. */
const ROOM_FOR_TURNS = 1.5

interface WindowQuestion extends Pick<TurnRequest, 'text'> {
  readonly narrator: Pick<Narrator, 'snapshot' | 'contextWindow' | 'prompt'>
}

/**
 * The error in place of a request that can't fit the window of the model, whatever is left out; null if it may fit. A
 * window that is only assumed is no reason to refuse.
 */
export function findWindowError(
  { text, narrator }: WindowQuestion,
  { memory, size }: Pick<MemoryPlan, 'memory' | 'size'>,
): TurnError | null {
  const { snapshot, contextWindow, prompt } = narrator
  // A long message of the player is not the gamebook's fault.
  const fixed = size.fixed - Buffer.byteLength(text ?? '')
  if (prompt.readsStoryView || contextWindow.source === 'default') return null
  const needed = Math.ceil(fixed * (memory?.factor ?? LIKELY_FACTOR)) + SHORTEST_ANSWER
  if (needed <= contextWindow.tokens) return null
  const wanted = nextWindow(needed * ROOM_FOR_TURNS)
  return {
    ...turnErrorOf('window-too-small', snapshot),
    detail: `${snapshot.requestedModel} reads ${format(contextWindow.tokens)} tokens, and this story needs about ${format(needed)}.`,
    hint: `Set "Context window" in the model's settings to ${format(wanted)} if the model and the memory of its machine allow it, or choose another model.`,
  }
}

const format = (tokens: number): string => tokens.toLocaleString('en-US')

/** Windows are powers of two. */
const nextWindow = (tokens: number): number => 2 ** Math.ceil(Math.log2(tokens))
