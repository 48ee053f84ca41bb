import type { LanguageModelV4 } from '@ai-sdk/provider'

/** Puts the reasoning of a complete answer before its text if the package returns it after. */
export function withReasoningFirst(model: LanguageModelV4): LanguageModelV4 {
  return {
    specificationVersion: model.specificationVersion,
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doStream: (options) => model.doStream(options),
    async doGenerate(options) {
      const { content, ...rest } = await model.doGenerate(options)
      const isReasoning = ({ type }: (typeof content)[number]): boolean => type === 'reasoning'
      return { ...rest, content: [...content.filter(isReasoning), ...content.filter((part) => !isReasoning(part))] }
    },
  }
}
