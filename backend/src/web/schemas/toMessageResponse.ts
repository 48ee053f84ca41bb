import type { ShownMessage } from '../../messages/message.ts'
import { toPublicParts } from '../../messages/part.ts'
import { toPublicReceipt } from '../../messages/receipt.ts'
import type { MessageResponse } from './message.ts'

/** A message for clients, without its prompt and its state. */
export function toMessageResponse(message: ShownMessage, siblingIds: readonly string[]): MessageResponse {
  return {
    id: message.id,
    parentId: message.parentId,
    role: message.role,
    status: message.status,
    parts: toPublicParts(message.parts),
    receipts: message.receipts.map(toPublicReceipt),
    error: message.error,
    modelConfigId: message.modelConfigId,
    model: message.model,
    usage: message.usage,
    finishReason: message.finishReason,
    siblingIds: [...siblingIds],
    createdAt: message.createdAt,
    firstTokenAt: message.firstTokenAt,
    finishedAt: message.finishedAt,
    driftFindings: message.driftFindings === null ? null : [...message.driftFindings],
  }
}
