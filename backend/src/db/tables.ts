import type { Generated, Kysely } from 'kysely'

import type { Budget } from '../budgets/budget.ts'
import type { MessageRole, MessageStatus } from '../messages/message.ts'
import type { BlockPack } from '../requests/blockStream.ts'
import type { Pin } from '../sessions/pin.ts'
import type { Summary } from '../sessions/summary.ts'

/** The stored rows. Ids, times and JSON are text. */
export interface Tables {
  readonly modelConfig: ModelConfigRow
  readonly gamebookVersion: GamebookVersionRow
  readonly session: SessionRow
  readonly goneSession: GoneSessionRow
  readonly startAnswers: StartAnswersRow
  readonly sessionSettings: SessionSettingsRow
  readonly defaultSettings: DefaultSettingsRow
  readonly pin: Pin
  readonly summary: SummaryRow
  readonly message: MessageRow
  readonly answerPiece: AnswerPieceRow
  readonly systemText: SystemTextRow
  readonly endingFound: EndingFoundRow
  readonly refusedParameter: RefusedParameterRow
  readonly reportedWindow: ReportedWindowRow
  readonly connectionTest: ConnectionTestRow
  readonly requestOwner: RequestOwnerRow
  readonly requestModel: RequestModelRow
  readonly sentRequest: SentRequestRow
  readonly blockPack: BlockPackRow
  readonly appSetting: AppSettingRow
  readonly modelPrice: ModelPriceRow
  readonly modelReport: ModelReportRow
  readonly usageDay: UsageDayRow
  readonly budget: Budget
  readonly budgetUse: BudgetUseRow
  readonly reservation: ReservationRow
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
  /** 0 or 1: the URL is used exactly as entered. */
  readonly exactAddress: number
  /** 0 or 1: streaming is disabled. */
  readonly inOnePiece: number
  readonly toolStyle: string
  /** JSON of `Timeouts`. */
  readonly timeouts: string
  /** The order that the user chose; null sorts last. */
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
  readonly deletedAt: string | null
}

/** A session that was deleted forever. */
export interface GoneSessionRow {
  readonly id: string
}

/** What the player answered before the first page. */
export interface StartAnswersRow {
  readonly sessionId: string
  readonly answers: string
}

/** How a session is narrated, and the player's note to its narrator. A session without a row has the defaults. */
export interface SessionSettingsRow {
  readonly sessionId: string
  readonly settings: string
  readonly note: string
}

/** The settings that a new session starts with, in one row. */
export interface DefaultSettingsRow {
  readonly id: string
  readonly settings: string
}

export interface SummaryRow extends Omit<Summary, 'usage'> {
  readonly usage: string | null
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
  readonly systemTextHash: string | null
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
  readonly memory: string | null
  readonly sentTools: string | null
  readonly driftFindings: string | null
  readonly playerCall: string | null
  readonly knownExits: string | null
}

/** What was added to an answer in progress. An answer that has ended has no pieces. */
export interface AnswerPieceRow {
  readonly messageId: string
  readonly number: number
  readonly content: string
}

/** The system text of answers. It outlives their sessions, like the gamebook version from which it was built. */
export interface SystemTextRow {
  readonly hash: string
  readonly text: string
}

/** An ending that a session reached. It outlives the session. */
export interface EndingFoundRow {
  readonly gamebookId: string
  readonly nodeId: string
  readonly foundAt: string
}

/** The result of the last connection test of a model config. */
export interface ConnectionTestRow {
  readonly modelConfigId: string
  readonly result: string
}

/** What a benchmark has found out about the model of a config. */
export interface ModelReportRow {
  readonly modelConfigId: string
  readonly runId: string
  readonly status: string
  readonly bookHash: string
  readonly total: number
  /** JSON of a list of `TurnResult`. */
  readonly turns: string
  /** JSON of `TurnError`. */
  readonly error: string | null
  readonly startedAt: string
  readonly updatedAt: string
}

/** A parameter that a model at a host rejected. */
export interface RefusedParameterRow {
  readonly provider: string
  readonly host: string
  readonly modelName: string
  readonly parameter: string
  readonly reason: string
  readonly refusedAt: string
}

/** The context window of a model at a host, as its provider last reported it. */
export interface ReportedWindowRow {
  readonly provider: string
  readonly host: string
  readonly modelName: string
  readonly tokens: number
}

/** What requests and their blocks belong to: a session, or a single request without one. */
export interface RequestOwnerRow {
  readonly id: Generated<number>
  /** Null for a single request. */
  readonly sessionId: string | null
}

/** The model of requests, as it was then. */
export interface RequestModelRow {
  readonly id: Generated<number>
  readonly modelConfigId: string | null
  readonly label: string
  readonly provider: string
  readonly modelName: string
  readonly host: string
}

/** A request to a provider. The rest of its blocks is null if its text is not kept. */
export interface SentRequestRow {
  readonly id: string
  readonly ownerId: number
  readonly modelId: number
  readonly messageId: string | null
  readonly purpose: string
  readonly step: number
  readonly baseId: string | null
  readonly depth: number
  readonly shared: number
  /** JSON of `BlockRefs`. */
  readonly rest: string | null
  readonly blocks: number
  readonly bytes: number
  readonly inputTokens: number | null
  readonly cachedTokens: number | null
  readonly cacheWriteTokens: number | null
  readonly outputTokens: number | null
  readonly reasoningTokens: number | null
  readonly cost: number | null
  readonly currency: string | null
  readonly priceSource: string | null
  readonly usageNotice: string | null
  readonly startedAt: string
  readonly firstTokenMs: number | null
  readonly durationMs: number
  readonly outcome: string
  readonly errorCode: string | null
}

/** What a request has added to what its owner has sent. */
export interface BlockPackRow extends BlockPack {
  readonly ownerId: number
}

/** A setting of the server. */
export interface AppSettingRow {
  readonly name: string
  readonly value: string
}

/** The prices that a person has entered. */
export interface ModelPriceRow {
  readonly modelConfigId: string
  /** JSON of `Prices`. */
  readonly prices: string
}

/** What was used of a model on a day, in the time zone of the server. An empty text is none. */
export interface UsageDayRow {
  readonly day: string
  readonly modelConfigId: string
  readonly provider: string
  readonly host: string
  readonly modelName: string
  readonly currency: string
  readonly label: string
  readonly requests: number
  readonly turns: number
  /** Requests whose tokens the provider did not count. */
  readonly uncounted: number
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
  readonly cost: number
}

/** What was spent of a budget in a period: the id of a session, a day or a month. */
export interface BudgetUseRow {
  readonly budgetId: string
  readonly period: string
  readonly used: number
}

/** What a running request spends of a budget at most. */
export interface ReservationRow {
  readonly requestId: string
  readonly budgetId: string
  readonly period: string
  readonly amount: number
}
