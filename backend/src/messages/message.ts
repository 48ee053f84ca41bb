import type { KnownExits, StoryState } from '@llm-gamebook/story'

import type { SavedState } from './savedState.ts'
import type { DriftFinding } from './driftFinding.ts'
import type { ModelSnapshot, Usage } from './modelSnapshot.ts'
import type { StoredPart } from './part.ts'
import type { PlayerCall } from './playerCall.ts'
import type { StoredReceiptEntry } from './receipt.ts'
import type { TurnError } from './turnError.ts'
import type { Memory } from '../sessions/memory.ts'

export type MessageRole = 'player' | 'narrator'
export type MessageStatus = 'streaming' | 'done' | 'stopped' | 'interrupted' | 'failed'

/**
 * One entry of a session: the player's message or the narrator's answer. Messages form a tree by `parentId`;
 * the story so far is the path from the root to the session's head. A finished message never changes.
 */
export interface Message {
  readonly id: string
  readonly sessionId: string
  readonly parentId: string | null
  readonly role: MessageRole
  readonly status: MessageStatus
  readonly parts: readonly StoredPart[]
  readonly receipts: readonly StoredReceiptEntry[]
  /** The saved state of the story after this message. */
  readonly stateAfter: SavedState
  /** The system text that was sent; null for the player's messages. */
  readonly instructions: string | null
  /** Content hash of the gamebook. */
  readonly gamebookVersion: string
  readonly modelConfigId: string | null
  readonly model: ModelSnapshot | null
  readonly usage: Usage | null
  readonly cost: number | null
  readonly finishReason: string | null
  readonly error: TurnError | null
  readonly createdAt: string
  readonly firstTokenAt: string | null
  readonly finishedAt: string | null
  /** What the requests of the turn hold of the turns before; null if it is that of the nearest message above. */
  readonly memory: Memory | null
  /** The names of all tools that its requests held, in their order; null for the player's messages. */
  readonly sentTools: readonly string[] | null
  /** What differs from the state of the story, in the order of the text; null if the text was not checked. */
  readonly driftFindings: readonly DriftFinding[] | null
  /** What the player chose with this message; null for a message that was only written, and for answers. */
  readonly playerCall: PlayerCall | null
  /** Those at the player's place after an answer; null for the player's messages and for answers that have not ended. */
  readonly knownExits: readonly KnownExits[] | null
}

/** A message without the fields that only the engine reads. */
export type ShownMessage = Omit<
  Message,
  'stateAfter' | 'instructions' | 'gamebookVersion' | 'cost' | 'memory' | 'sentTools' | 'playerCall' | 'knownExits'
>

/** An answer while it arrives. */
export interface AnswerInProgress extends Message {
  readonly stateAfter: StoryState
}
