import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Message,
  LanguageModelV4StreamPart,
  SharedV4ProviderMetadata,
} from '@ai-sdk/provider'
import { z } from 'zod'

/** The names of the field in which servers send reasoning, and take it back. */
export type ReasoningField = 'reasoning_content' | 'reasoning'

/** Under this name the field is stored with the reasoning. */
const KEY = 'reasoningField'
const Marked = z.object({ [KEY]: z.object({ name: z.enum(['reasoning_content', 'reasoning']).nullable() }) })

/** Notes the field in which a server sends its reasoning. */
export class ReasoningFieldWatch {
  #field: ReasoningField | null = null

  get mark(): SharedV4ProviderMetadata {
    return { [KEY]: { name: this.#field } }
  }

  /** Looks at each response on its way to the provider's package. */
  watch(inner: typeof fetch): typeof fetch {
    return async (input, init) => {
      const response = await inner(input, init)
      if (!response.ok || response.body === null) return response
      const { status, statusText, headers } = response
      return new Response(response.body.pipeThrough(this.#watchBytes()), { status, statusText, headers })
    }
  }

  #watchBytes(): TransformStream<Uint8Array, Uint8Array> {
    let tail = ''
    let isFound = false
    return new TransformStream({
      transform: (piece, controller) => {
        if (!isFound) {
          const text = tail + Buffer.from(piece).toString('latin1')
          const name = FIELD.exec(text)?.[1]
          isFound = name !== undefined
          if (name !== undefined) this.#field = name === 'reasoning' ? name : 'reasoning_content'
          tail = text.slice(-LONGEST_FIELD)
        }
        controller.enqueue(piece)
      },
    })
  }
}

/** A field with words in it. In the text of a story, quotes are escaped. */
const FIELD = /"(reasoning|reasoning_content)"\s{0,8}:\s{0,8}"[^"]/
const LONGEST_FIELD = 48

/**
 * Marks reasoning with the field it came in, and sends it back in the same one.
 * @param fallback the field of reasoning that was stored without a mark
 */
export function withReasoningField(
  model: LanguageModelV4,
  watch: ReasoningFieldWatch,
  fallback: ReasoningField,
): LanguageModelV4 {
  const prepare = (options: LanguageModelV4CallOptions): LanguageModelV4CallOptions => ({
    ...options,
    prompt: options.prompt.map((message) => toOwnField(message, fallback)),
  })
  return {
    specificationVersion: model.specificationVersion,
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    async doGenerate(options) {
      const { content, ...rest } = await model.doGenerate(prepare(options))
      const marked = content.map((part) =>
        part.type === 'reasoning' ? { ...part, providerMetadata: { ...part.providerMetadata, ...watch.mark } } : part,
      )
      return { ...rest, content: marked }
    },
    async doStream(options) {
      const { stream, ...rest } = await model.doStream(prepare(options))
      const marked = new TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart>({
        transform: (part, controller) =>
          controller.enqueue(part.type === 'reasoning-start' ? { ...part, providerMetadata: watch.mark } : part),
      })
      return { ...rest, stream: stream.pipeThrough(marked) }
    },
  }
}

/** The package sends reasoning as `reasoning_content`; it adds options under its own name to the message. */
function toOwnField(message: LanguageModelV4Message, fallback: ReasoningField): LanguageModelV4Message {
  if (message.role !== 'assistant') return message
  const reasoning = message.content.filter((part) => part.type === 'reasoning')
  if (reasoning.length === 0) return message
  const fieldOf = ({ providerOptions }: (typeof reasoning)[number]): ReasoningField | null => {
    const { data } = Marked.safeParse(providerOptions)
    return data === undefined ? fallback : data[KEY].name
  }
  const textIn = (field: ReasoningField): string =>
    reasoning.map((part) => (fieldOf(part) === field ? part.text : '')).join('')
  const fields = {
    ...(textIn('reasoning_content') !== '' && { reasoning_content: textIn('reasoning_content') }),
    ...(textIn('reasoning') !== '' && { reasoning: textIn('reasoning') }),
  }
  return {
    ...message,
    content: message.content.filter((part) => part.type !== 'reasoning'),
    providerOptions: { ...message.providerOptions, openaiCompatible: fields },
  }
}
