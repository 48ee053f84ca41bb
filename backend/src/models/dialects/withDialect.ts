import { AsyncLocalStorage } from 'node:async_hooks'

import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider'

import { AnswerReport } from './answerReport.ts'
import type { Dialect } from './dialect.ts'
import { reduceAnswers } from './reduceAnswers.ts'
import { toUsage } from './tokenUsage.ts'

type Fetch = typeof globalThis.fetch

/**
 * A model of a provider's package that gets only what its dialect lets through. The end of an answer, its usage, its
 * model and its failure come from the dialect, because the packages read them differently or not at all.
 */
export function withDialect(
  dialect: Dialect,
  fetch: Fetch,
  createModel: (fetch: Fetch) => LanguageModelV4,
): LanguageModelV4 {
  const reports = new AsyncLocalStorage<AnswerReport>()
  const model = createModel(reduceAnswers(fetch, dialect, () => reports.getStore()))
  return {
    specificationVersion: model.specificationVersion,
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    async doGenerate(options) {
      const report = new AnswerReport(false)
      const result = await reports.run(report, () => model.doGenerate(options))
      const { finishReason } = report
      const modelId = report.model ?? result.response?.modelId
      const response = { ...result.response, ...(modelId !== undefined && { modelId }) }
      return { ...result, finishReason, usage: toUsage(report.counts), response }
    },
    async doStream(options) {
      const report = new AnswerReport(true)
      const { stream, ...rest } = await reports.run(report, () => model.doStream(options))
      return { ...rest, stream: stream.pipeThrough(applyReport(report)) }
    },
  }
}

/** Reports a failure in place of the end that the package made of it. */
function applyReport(report: AnswerReport): TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart> {
  let hasEnd = false
  let model: string | undefined
  return new TransformStream({
    transform(part, controller) {
      if (hasEnd) return
      if (report.model !== undefined && report.model !== model) {
        model = report.model
        controller.enqueue({ type: 'response-metadata', modelId: model })
      }
      if (part.type === 'response-metadata' && model !== undefined) return
      hasEnd = part.type === 'finish' || part.type === 'error'
      if (hasEnd && report.failure !== undefined) controller.enqueue({ type: 'error', error: report.failure })
      else if (part.type === 'finish') {
        controller.enqueue({ ...part, finishReason: report.finishReason, usage: toUsage(report.counts) })
      } else controller.enqueue(part)
    },
    flush(controller) {
      if (!hasEnd && report.failure !== undefined) controller.enqueue({ type: 'error', error: report.failure })
    },
  })
}
