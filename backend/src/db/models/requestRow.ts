import { z } from 'zod'

import { parseJson } from '../../json.ts'
import type { Usage } from '../../messages/modelSnapshot.ts'
import { PRICE_SOURCES } from '../../models/prices/prices.ts'
import { PURPOSES } from '../../models/transport/requestLog.ts'
import { BlockRefs } from '../../requests/blockRefs.ts'
import type { StoredRequest } from '../../requests/storedRequest.ts'
import type { ModelRequestRow } from '../tables.ts'

export function toRequestRow({ model, usage, rest, ...request }: StoredRequest): ModelRequestRow {
  return {
    ...request,
    ...model,
    rest: rest === null ? null : JSON.stringify(rest),
    inputTokens: usage?.inputTokens ?? null,
    cachedTokens: usage?.cachedInputTokens ?? null,
    cacheWriteTokens: usage?.cacheWriteTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    reasoningTokens: usage?.reasoningTokens ?? null,
  }
}

/** What can't be read of a row counts as not known. */
export function toStoredRequest(row: ModelRequestRow): StoredRequest {
  const { id, sessionId, messageId, step, modelConfigId, baseId, depth, shared, blocks, bytes } = row
  const {
    label,
    provider,
    modelName,
    host,
    startedAt,
    firstTokenMs,
    durationMs,
    errorCode,
    usageNotice,
    cost,
    currency,
  } = row
  return {
    ...{ id, sessionId, messageId, step, modelConfigId, baseId, depth, shared, blocks, bytes },
    ...{ startedAt, firstTokenMs, durationMs, errorCode, usageNotice, cost, currency },
    priceSource: Source.parse(row.priceSource),
    model: { label, provider, modelName, host },
    purpose: Purpose.parse(row.purpose),
    outcome: Outcome.parse(row.outcome),
    rest: readRefs(row.rest),
    usage: readUsage(row),
  }
}

/** Null if the provider reported nothing. */
function readUsage(row: ModelRequestRow): Usage | null {
  const { inputTokens, outputTokens, reasoningTokens, cachedTokens: cachedInputTokens, cacheWriteTokens } = row
  const usage = { inputTokens, outputTokens, reasoningTokens, cachedInputTokens, cacheWriteTokens }
  return Object.values(usage).every((count) => count === null) ? null : usage
}

const Purpose = z.enum(PURPOSES).catch('turn')
const Source = z.enum(PRICE_SOURCES).nullable().catch(null)
const Outcome = z.enum(['done', 'stopped', 'failed']).catch('failed')

export const readRefs = (stored: string | null): BlockRefs | null =>
  stored === null ? null : (BlockRefs.safeParse(parseJson(stored)).data ?? null)
