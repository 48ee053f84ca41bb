import type { KnownPrices } from '../prices/prices.ts'
import type { Usage } from '../../messages/modelSnapshot.ts'

/** What a request is for. */
export const PURPOSES = ['turn', 'summary', 'drift-retry', 'test', 'model-list', 'benchmark', 'co-author'] as const
export type RequestPurpose = (typeof PURPOSES)[number]

export interface RequestContext {
  readonly purpose: RequestPurpose
  readonly sessionId: string | null
  /** The answer that the request is part of. */
  readonly messageId: string | null
  /** The number of the request in its turn, from 1. */
  readonly step: number
  /** Null for a model that is not saved. */
  readonly modelConfigId: string | null
  readonly model: RequestedModel
  /** Null if they are not known. */
  readonly prices: KnownPrices | null
}

/** The model of a request. It outlives the model config. */
export interface RequestedModel {
  readonly label: string
  readonly provider: string
  /** Empty for a request to a provider about its models. */
  readonly modelName: string
  readonly host: string
}

export interface CallEnd {
  readonly outcome: 'done' | 'stopped' | 'failed'
  /** The code of its error. */
  readonly errorCode?: string
  /** What the provider reports; null if it reports nothing. */
  readonly usage: Usage | null
  /** What was wrong with what it reports. */
  readonly usageNotice?: string | null
}

/** A call to a provider, which may take several requests: one that was refused is sent again in another form. */
export interface LoggedCall {
  /** Logs the requests that the call sends. One that a budget doesn't allow fails with `RequestDeniedError`. */
  observe<Result>(call: () => Result): Result
  /** The first output has arrived. */
  heard(): void
  end(end: CallEnd): void
}

/** A record of all requests to providers. */
export interface RequestLog {
  open(context: RequestContext): LoggedCall
  /** Whether a budget needs each answer to have a maximum length. */
  limitsAnswers(): Promise<boolean>
}

/** Logs nothing, and knows no budgets. */
export const NO_REQUEST_LOG: RequestLog = {
  open: () => ({ observe: (call) => call(), heard() {}, end() {} }),
  limitsAnswers: async () => false,
}
