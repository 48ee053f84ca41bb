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
  | 'memory'
  | 'sentTools'
  | 'driftFindings'
  | 'playerCall'
> {
  /** The saved state as it is stored, not checked: cheaper than `stateAfter`, which is checked whenever it is read. */
  readonly rawState?: unknown
  /** The characters of what it keeps unparsed. */
  readonly rawLength?: number
}

/** The state in the form that was saved. It may be damaged. */
export const rawStateOf = (message: PathMessage): unknown => message.rawState ?? toRawState(message.stateAfter)

export function toPathMessage(message: Message): PathMessage {
  const { id, sessionId, parentId, role, status, parts, receipts, stateAfter, gamebookVersion, model } = message
  const { memory, sentTools, driftFindings, playerCall } = message
  return {
    id,
    sessionId,
    parentId,
    role,
    status,
    parts,
    receipts,
    stateAfter,
    gamebookVersion,
    model,
    memory,
    sentTools,
    driftFindings,
    playerCall,
  }
}

/** About how long a message is in a request: its frame, its text, and calls with their results. */
export function lengthOf({ parts }: Pick<PathMessage, 'parts'>): number {
  return parts.reduce((sum, part) => sum + (part.type === 'tool-call' ? CALL_LENGTH : part.text.length), FRAME_LENGTH)
}

const FRAME_LENGTH = 100
const CALL_LENGTH = 500
