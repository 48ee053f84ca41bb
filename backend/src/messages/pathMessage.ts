import type { Message } from './message.ts'
import { toRawState } from './savedState.ts'

/** A finished message of the story so far, as the next turn needs it. */
export interface PathMessage extends Pick<
  Message,
  | 'id'
  | 'sessionId'
  | 'parentId'
  | 'role'
  | 'status'
  | 'parts'
  | 'receipts'
  | 'stateAfter'
  | 'gamebookVersion'
  | 'model'
> {
  /** The saved state as it is stored, not checked: cheaper than `stateAfter`, which is checked whenever it is read. */
  readonly rawState?: unknown
}

/** The state in the form that was saved. It may be damaged. */
export const rawStateOf = (message: PathMessage): unknown => message.rawState ?? toRawState(message.stateAfter)

export function toPathMessage(message: Message): PathMessage {
  const { id, sessionId, parentId, role, status, parts, receipts, stateAfter, gamebookVersion, model } = message
  return { id, sessionId, parentId, role, status, parts, receipts, stateAfter, gamebookVersion, model }
}

/** About how many bytes a message takes in memory. */
export function sizeOf({ parts }: Pick<PathMessage, 'parts'>): number {
  return parts.reduce((size, part) => size + (part.type === 'tool-call' ? CALL_BYTES : part.text.length), MESSAGE_BYTES)
}

/** A message without its text, and a call with its result. */
const MESSAGE_BYTES = 1000
const CALL_BYTES = 1000
