import type { LanguageModelV4, LanguageModelV4StreamPart } from '@ai-sdk/provider'

import type { Narrator } from '../../models/narrator.ts'

/** The narrator's model with secrets redacted from its warnings and its name. */
export function redactModel({ model, redact }: Pick<Narrator, 'model' | 'redact'>): LanguageModelV4 {
  return {
    specificationVersion: model.specificationVersion,
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: (options) => model.doGenerate(options),
    async doStream(options) {
      const { stream, ...rest } = await model.doStream(options)
      const hidden = new TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart>({
        transform: (part, controller) => controller.enqueue(withHidden(part, redact)),
      })
      return { ...rest, stream: stream.pipeThrough(hidden) }
    },
  }
}

function withHidden(part: LanguageModelV4StreamPart, hide: Narrator['redact']): LanguageModelV4StreamPart {
  if (part.type === 'response-metadata') {
    return part.modelId === undefined ? part : { ...part, modelId: hide(part.modelId) }
  }
  if (part.type !== 'stream-start') return part
  return {
    ...part,
    warnings: part.warnings.map((warning) =>
      'message' in warning
        ? { ...warning, message: hide(warning.message) }
        : { ...warning, feature: hide(warning.feature) },
    ),
  }
}
