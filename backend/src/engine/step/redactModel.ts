import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { Narrator } from '../../models/narrator.ts'
import { createPartRedactor, type Part, type Redaction } from './partRedactor.ts'

/** The narrator's model without secrets in its warnings, its name, its text and its calls. */
export function redactModel({ model, ...redaction }: Pick<Narrator, 'model'> & Redaction): LanguageModelV4 {
  return {
    specificationVersion: model.specificationVersion,
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: (options) => model.doGenerate(options),
    async doStream(options) {
      const { stream, ...rest } = await model.doStream(options)
      return { ...rest, stream: redactParts(stream, redaction) }
    },
  }
}

function redactParts(stream: ReadableStream<Part>, redaction: Redaction): ReadableStream<Part> {
  const reader = stream.getReader()
  const writing = createPartRedactor(redaction)
  let failure: { readonly error: unknown } | null = null
  return new ReadableStream<Part>({
    async pull(controller) {
      if (failure !== null) throw failure.error
      try {
        const { done, value } = await reader.read()
        for (const part of done ? writing.end() : writing.read(value)) controller.enqueue(part)
        if (done) controller.close()
      } catch (error) {
        const rest = writing.end()
        if (rest.length === 0) throw error
        // An error drops what has not been read, so it waits.
        failure = { error }
        for (const part of rest) controller.enqueue(part)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
