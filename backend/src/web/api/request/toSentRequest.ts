import type { StoredRequest } from '../../../requests/storedRequest.ts'
import type { SentRequest } from '../../schemas/request.ts'

export function toSentRequest(request: StoredRequest): SentRequest {
  const { id, sessionId, messageId, purpose, step, modelConfigId, model, usage, bytes, blocks, shared, rest } = request
  const { startedAt, firstTokenMs, durationMs, outcome, errorCode } = request
  return {
    ...{ id, sessionId, messageId, purpose, step, modelConfigId, model: { ...model }, usage },
    ...{ startedAt, firstTokenMs, durationMs, outcome, errorCode, bytes },
    usageNotice: request.usageNotice,
    cost: toCost(request),
    blockCount: blocks,
    sharedBlocks: shared,
    isTextKept: rest !== null,
  }
}

function toCost({ cost, currency, priceSource }: StoredRequest): SentRequest['cost'] {
  if (cost === null || currency === null || priceSource === null) return null
  return { amount: cost, currency, source: priceSource }
}
