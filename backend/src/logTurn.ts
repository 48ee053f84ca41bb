import type { FastifyBaseLogger } from 'fastify'

import type { Message } from './messages/message.ts'

/** A name from a provider is no longer than this. */
const MAX_NAME = 255

/** Logs one line when an answer has ended: who wrote it, what it cost and how it ended, without what people write. */
export type LogTurn = (answer: Message) => void

/** The lines are written unless `LOG_LEVEL` asks for errors only: they are the record of what was spent. */
export function createTurnLog(logger: FastifyBaseLogger): LogTurn {
  const isQuiet = ['error', 'fatal', 'silent'].includes(logger.level)
  const audit = isQuiet ? logger : logger.child({}, { level: 'info' })
  return (answer) => audit.info(describeTurn(answer), 'A turn has ended.')
}

function describeTurn(answer: Message): object {
  const { id, sessionId, modelConfigId, model, usage, status, finishReason, error } = answer
  return {
    sessionId,
    answerId: id,
    modelConfigId,
    provider: model?.provider ?? null,
    host: model?.host ?? null,
    model: model?.requestedModel ?? null,
    answeringModel: model?.answeringModel?.slice(0, MAX_NAME) ?? null,
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    reasoningTokens: usage?.reasoningTokens ?? null,
    cachedInputTokens: usage?.cachedInputTokens ?? null,
    outcome: status,
    finishReason,
    errorCode: error?.code ?? null,
    httpStatus: error?.status ?? null,
    notices: model?.notices?.length ?? 0,
    firstTokenMs: msBetween(answer.createdAt, answer.firstTokenAt),
    ms: msBetween(answer.createdAt, answer.finishedAt),
  }
}

const msBetween = (from: string, to: string | null): number | null =>
  to === null ? null : Date.parse(to) - Date.parse(from)
