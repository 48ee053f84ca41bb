import type { LanguageModelV4 } from '@ai-sdk/provider'

/** Puts the thoughts of an answer in one piece before its words, where a package gives them behind. */
export function withReasoningFirst(model: LanguageModelV4): LanguageModelV4 {
  return {
    specificationVersion: model.specificationVersion,
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doStream: (options) => model.doStream(options),
    async doGenerate(options) {
      const { content, ...rest } = await model.doGenerate(options)
      const isThought = ({ type }: (typeof content)[number]): boolean => type === 'reasoning'
      return { ...rest, content: [...content.filter(isThought), ...content.filter((part) => !isThought(part))] }
    },
  }
}
