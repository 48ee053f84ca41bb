import { type Gamebook, listSuggestions, type StoryState, worldOf } from '@llm-gamebook/story'

import type { StoredReceiptEntry } from '../../messages/receipt.ts'
import type { SessionFork } from '../schemas/fork.ts'
import { summarizeStory } from './storySummary.ts'

/** A turn on the path of a story. */
export interface PlayedTurn {
  /** The answer before the turn. */
  readonly answerId: string
  readonly stateBefore: StoryState
  readonly receipts: readonly StoredReceiptEntry[]
  /** The player's message. */
  readonly text: string
}

/** What a turn did, if the player did something. */
export function listActs(receipts: readonly StoredReceiptEntry[]): readonly StoredReceiptEntry[] {
  return receipts.filter(({ receipt: { by, result } }) => result === 'applied' && (by === 'tool' || by === 'player'))
}

/** The turn as a fork; undefined if nothing else was open. Its gamebook counts as one with suggestions. */
export function findFork(
  gamebook: Gamebook,
  { answerId, stateBefore, receipts, text }: PlayedTurn,
): SessionFork | undefined {
  const acts = listActs(receipts)
  if (acts.length === 0) return undefined
  const open = listSuggestions(worldOf(gamebook, stateBefore), () => {}).flatMap(({ call }) => call ?? [])
  const others = open.filter((call) => !acts.some((act) => isSameCall(act, call)))
  if (others.length === 0) return undefined
  const { place, time } = summarizeStory(gamebook, stateBefore)
  const chosen = acts.flatMap(({ line }) => (line === '' ? [] : [line]))
  return { messageId: answerId, place, time, chosen, text: text.slice(0, MAX_TEXT), otherCount: others.length }
}

/** A fork is recognized by the beginning of its message. */
const MAX_TEXT = 200

interface Call {
  readonly function: string
  readonly args: Readonly<Record<string, unknown>>
}

/** A receipt has the payload of the action, which may name an argument otherwise. */
function isSameCall({ receipt }: StoredReceiptEntry, call: Call): boolean {
  if (receipt.function !== call.function) return false
  const { args, edge } = receipt
  const values: readonly unknown[] = typeof args === 'object' && args !== null ? Object.values(args) : [args]
  return Object.values(call.args).every((value) => value === null || value === edge || values.includes(value))
}
