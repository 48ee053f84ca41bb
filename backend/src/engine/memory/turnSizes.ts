import type { PathMessage } from '../../messages/pathMessage.ts'
import { toMessages } from '../request/history.ts'
import { type HistoryReader, isSameReader } from '../request/partMessages.ts'
import type { TurnSize } from './chooseCut.ts'
import { countMessagesBytes } from './requestBytes.ts'

/** The turns of a history. What comes before the first message of the player belongs to the first of them. */
export function listTurnSizes(history: readonly PathMessage[], reader: HistoryReader): readonly TurnSize[] {
  const turns: { id: string; bytes: number }[] = []
  const first = history.findIndex(({ role }) => role === 'player')
  for (const [index, message] of history.entries()) {
    const turn = turns.at(-1)
    const bytes = bytesOf(message, reader)
    if (turn === undefined || (message.role === 'player' && index > first)) turns.push({ id: message.id, bytes })
    else turn.bytes += bytes
  }
  return turns
}

/** What a turn may add to its first request by its calls: as much as any turn that is kept, within bounds. */
export function reserveSteps(history: readonly PathMessage[], reader: HistoryReader, budget: number): number {
  const added = history.map((message) => {
    const calls = message.parts.filter(({ type }) => type === 'tool-call').length
    return calls === 0 ? 0 : bytesOf(message, reader) + calls * UPDATE_BYTES
  })
  return Math.min(Math.max(0, ...added, budget * LEAST_RESERVED), budget * MOST_RESERVED)
}

/** What the result of a call says of the state, in its own turn only. */
const UPDATE_BYTES = 800
/** Of the budget. */
const LEAST_RESERVED = 0.05
const MOST_RESERVED = 0.2

interface KnownSize {
  readonly reader: HistoryReader
  readonly bytes: number
}

/** A finished message never changes. */
const sizes = new WeakMap<PathMessage, KnownSize>()

function bytesOf(message: PathMessage, reader: HistoryReader): number {
  const known = sizes.get(message)
  if (known !== undefined && isSameReader(known.reader, reader)) return known.bytes
  const bytes = countMessagesBytes(toMessages(message, reader))
  sizes.set(message, { reader, bytes })
  return bytes
}
