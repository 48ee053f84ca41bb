import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { LanguageModelV4 } from '@ai-sdk/provider'

import { readChatDelta, type ReadDelta } from '../../../src/models/transport/chatDelta.ts'
import { withTextFastPath } from '../../../src/models/transport/withTextFastPath.ts'

/** A model of the provider's package alone. */
export const modelAt = (origin: string) => (fetch: typeof globalThis.fetch) =>
  createOpenAICompatible({ name: 'lamp', baseURL: origin, apiKey: '', includeUsage: true, fetch })('quill-1')

export const fastPathModel = (origin: string, readDelta: ReadDelta = readChatDelta): LanguageModelV4 =>
  withTextFastPath({ createModel: modelAt(origin), readDelta })

/** Words that took the shortcut are in capitals. */
export const readUppercase: ReadDelta = (event) => {
  const words = readChatDelta(event)
  return words && { ...words, delta: words.delta.toUpperCase() }
}

export const ASK = { prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Go on.' }] }] }
