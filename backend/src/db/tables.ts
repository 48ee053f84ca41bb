import type { Kysely } from 'kysely'

import type { MessageRole, MessageStatus } from '../messages/message.ts'

/** The rows as they are stored: ids and times as text, JSON as text. */
export interface Tables {
  readonly modelConfig: ModelConfigRow
  readonly gamebookVersion: GamebookVersionRow
  readonly session: SessionRow
  readonly message: MessageRow
  readonly endingFound: EndingFoundRow
  readonly refusedParameter: RefusedParameterRow
  readonly connectionTest: ConnectionTestRow
}

export type Database = Kysely<Tables>

export interface ModelConfigRow {
  readonly id: string
  readonly name: string
  readonly provider: string
  readonly modelName: string
  readonly baseUrl: string | null
  readonly sealedKey: string | null
  readonly parameters: string
  /** 0 or 1: the address is taken as it was typed. */
  readonly exactAddress: number
  /** 0 or 1: the answer is asked for whole, from servers that do not stream. */
  readonly inOnePiece: number
  /** Where its user put it; null: after all that were put somewhere. */
  readonly position: number | null
  readonly createdAt: string
  readonly updatedAt: string
}

export interface GamebookVersionRow {
  readonly hash: string
  readonly gamebookId: string
  readonly source: string
  readonly createdAt: string
}

export interface SessionRow {
  readonly id: string
  readonly gamebookId: string
  readonly title: string
  readonly modelConfigId: string | null
  readonly headId: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

export interface MessageRow {
  readonly id: string
  readonly sessionId: string
  readonly parentId: string | null
  readonly role: MessageRole
  readonly status: MessageStatus
  readonly parts: string
  readonly receipts: string
  readonly stateAfter: string
  readonly instructions: string | null
  readonly gamebookVersion: string
  readonly modelConfigId: string | null
  readonly model: string | null
  readonly usage: string | null
  readonly cost: number | null
  readonly finishReason: string | null
  readonly error: string | null
  readonly createdAt: string
  readonly firstTokenAt: string | null
  readonly finishedAt: string | null
}

/** An ending that somebody reached; it outlives the session. */
export interface EndingFoundRow {
  readonly gamebookId: string
  readonly nodeId: string
  readonly foundAt: string
}

/** What the last test of a model config has shown. */
export interface ConnectionTestRow {
  readonly modelConfigId: string
  readonly result: string
}

/** A parameter that a model at a host did not take. */
export interface RefusedParameterRow {
  readonly provider: string
  readonly host: string
  readonly modelName: string
  readonly parameter: string
  readonly reason: string
  readonly refusedAt: string
}
