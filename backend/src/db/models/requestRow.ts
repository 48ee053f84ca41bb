import { z } from 'zod'

import { parseJson } from '../../json.ts'
import type { Usage } from '../../messages/modelSnapshot.ts'
import { PRICE_SOURCES } from '../../models/prices/prices.ts'
import { PURPOSES } from '../../models/transport/requestLog.ts'
import { BlockRefs } from '../../requests/blockRefs.ts'
import type { StoredRequest } from '../../requests/storedRequest.ts'
import type { RequestModelRow, RequestOwnerRow, SentRequestRow } from '../tables.ts'

/** A request with its session and its model. */
export type JoinedRequestRow = Omit<SentRequestRow, 'ownerId' | 'modelId'> &
  Pick<RequestOwnerRow, 'sessionId'> &
  Omit<RequestModelRow, 'id'>

/** With the columns in one order, because the statement that was built with one request takes the values of others. */
export function toRequestRow(
  request: StoredRequest,
  { ownerId, modelId }: Pick<SentRequestRow, 'ownerId' | 'modelId'>,
): SentRequestRow {
  const { usage, rest } = request
  return {
    id: request.id,
    ownerId,
    modelId,
    messageId: request.messageId,
    purpose: request.purpose,
    step: request.step,
    baseId: request.baseId,
    depth: request.depth,
    shared: request.shared,
    rest: rest === null ? null : JSON.stringify(rest),
    blocks: request.blocks,
    bytes: request.bytes,
    inputTokens: usage?.inputTokens ?? null,
    cachedTokens: usage?.cachedInputTokens ?? null,
    cacheWriteTokens: usage?.cacheWriteTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    reasoningTokens: usage?.reasoningTokens ?? null,
    cost: request.cost,
    currency: request.currency,
    priceSource: request.priceSource,
    usageNotice: request.usageNotice,
    startedAt: request.startedAt,
    firstTokenMs: request.firstTokenMs,
    durationMs: request.durationMs,
    outcome: request.outcome,
    errorCode: request.errorCode,
  }
}

/** What can't be read of a row counts as not known. */
export function toStoredRequest(row: JoinedRequestRow): StoredRequest {
  const { purpose, priceSource, outcome, rest } = row
  const { id, sessionId, messageId, step, modelConfigId, baseId, depth, shared, blocks, bytes } = row
  const { label, provider, modelName, host } = row
  const { startedAt, firstTokenMs, durationMs, errorCode, usageNotice, cost, currency } = row
  return {
    ...{ id, sessionId, messageId, step, modelConfigId, baseId, depth, shared, blocks, bytes },
    ...{ startedAt, firstTokenMs, durationMs, errorCode, usageNotice, cost, currency },
    priceSource: Source.parse(priceSource),
    model: { label, provider, modelName, host },
    purpose: Purpose.parse(purpose),
    outcome: Outcome.parse(outcome),
    rest: readRefs(rest),
    usage: readUsage(row),
  }
}

/** Null if the provider reported nothing. */
function readUsage(row: JoinedRequestRow): Usage | null {
  const { inputTokens, outputTokens, reasoningTokens, cachedTokens: cachedInputTokens, cacheWriteTokens } = row
  const usage = { inputTokens, outputTokens, reasoningTokens, cachedInputTokens, cacheWriteTokens }
  return Object.values(usage).every((count) => count === null) ? null : usage
}

const Purpose = z.enum(PURPOSES).catch('turn')
const Source = z.enum(PRICE_SOURCES).nullable().catch(null)
const Outcome = z.enum(['done', 'stopped', 'failed']).catch('failed')

export const readRefs = (stored: string | null): BlockRefs | null =>
  stored === null ? null : (BlockRefs.safeParse(parseJson(stored)).data ?? null)
