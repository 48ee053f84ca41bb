import type { StoredRequest } from '../../../requests/storedRequest.ts'
import type { SentRequest } from '../../schemas/request.ts'

export function toSentRequest(request: StoredRequest): SentRequest {
  const { id, sessionId, messageId, purpose, step, modelConfigId, model, usage, bytes, blocks, shared, rest } = request
  const { startedAt, firstTokenMs, durationMs, outcome, errorCode } = request
  return {
    ...{ id, sessionId, messageId, purpose, step, modelConfigId, model: { ...model }, usage },
    ...{ startedAt, firstTokenMs, durationMs, outcome, errorCode, bytes },
    blockCount: blocks,
    sharedBlocks: shared,
    isTextKept: rest !== null,
  }
}
