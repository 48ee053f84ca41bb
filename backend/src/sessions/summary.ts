import type { Usage } from '../messages/modelSnapshot.ts'

/** The story so far, up to a message, in the words of a model or of the player. */
export interface Summary {
  readonly id: string
  readonly sessionId: string
  /** The id of the last message that it covers. */
  readonly coversTo: string
  readonly text: string
  readonly source: 'model' | 'player'
  readonly modelConfigId: string | null
  readonly usage: Usage | null
  readonly cost: number | null
  readonly createdAt: string
}

/** The longest summary that a player can write. */
export const MAX_SUMMARY = 4000
