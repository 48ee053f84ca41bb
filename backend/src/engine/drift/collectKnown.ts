import { type FoldedText, foldKnown } from '@llm-gamebook/story'

import { textOf } from '../../messages/part.ts'
import type { PathMessage } from '../../messages/pathMessage.ts'
import type { TurnRequest } from '../turn.ts'

/** What the story has sent and the player has typed so far, besides what the states show: none of it is a secret. */
export interface Known {
  readonly texts: readonly (string | FoldedText)[]
  /** False for a story that is too long to be read again in every turn. */
  readonly isWhole: boolean
}

export function collectKnown({ path, context }: Pick<TurnRequest, 'path' | 'context'>): Known {
  const { settings, note = '', pins = [], summaries = [] } = context ?? {}
  const texts: (string | FoldedText)[] = [
    ...[note, settings?.tone ?? '', settings?.content ?? ''].filter((text) => text !== ''),
    ...[...pins, ...summaries].map(({ text }) => text),
  ]
  let length = 0
  for (const message of path.toReversed()) {
    const text = knownTextOf(message)
    length += text.folded.length
    if (length > MAX_LENGTH) return { texts, isWhole: false }
    texts.push(text)
  }
  return { texts, isWhole: path[0] === undefined || path[0].parentId === null }
}

/** In characters: some hundreds of turns, which take some hundredths of a second. */
const MAX_LENGTH = 500_000

/** A finished message never changes. */
const known = new WeakMap<PathMessage, FoldedText>()

/** The text of a message, and what the engine said to its narrator: the author's words, reasons, names. */
function knownTextOf(message: PathMessage): FoldedText {
  const found = known.get(message)
  if (found !== undefined) return found
  const receipts = message.receipts.map(({ receipt }) => receipt)
  const text = foldKnown(`${textOf(message)}\n${JSON.stringify(receipts)}`)
  known.set(message, text)
  return text
}
