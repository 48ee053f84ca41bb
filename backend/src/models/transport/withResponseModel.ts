import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { z } from 'zod'

const Answer = z.record(z.string(), z.unknown())

/** Reports the model that answered if the package ignores the field of the response that names it. */
export function withResponseModel(model: LanguageModelV4, field: string): LanguageModelV4 {
  return {
    specificationVersion: model.specificationVersion,
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    async doGenerate(options) {
      const result = await model.doGenerate(options)
      const modelId = readField(result.response?.body, field)
      return modelId === undefined ? result : { ...result, response: { ...result.response, modelId } }
    },
    async doStream(options) {
      const { stream, ...rest } = await model.doStream({ ...options, includeRawChunks: true })
      return { ...rest, stream: stream.pipeThrough(reportModel(field, options.includeRawChunks === true)) }
    },
  }
}

function reportModel(
  field: string,
  passesRaw: boolean,
): TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart> {
  let reported: string | undefined
  return new TransformStream({
    transform(part, controller) {
      if (part.type !== 'raw') return controller.enqueue(part)
      if (passesRaw) controller.enqueue(part)
      const modelId = readField(part.rawValue, field)
      if (modelId === undefined || modelId === reported) return
      reported = modelId
      controller.enqueue({ type: 'response-metadata', modelId })
    },
  })
}

function readField(answer: unknown, field: string): string | undefined {
  const value = Answer.safeParse(answer).data?.[field]
  return typeof value === 'string' ? value : undefined
}
