import { z } from 'zod'

import { fixedPaths, withV1 } from '../address/addressShape.ts'
import { toCommonOptions } from '../parameters/callOptions.ts'
import { plainPrompt } from '../promptRules.ts'
import type { Provider } from '../provider.ts'
import type { EventData, ResponseNormalizer } from '../transport/normalizeResponses.ts'
import { chatNormalizerOf, normalizeChatMessage } from './shared/chatNormalizer.ts'
import { hostedServer } from './shared/hostedServer.ts'
import { packageSettings } from './shared/packageSettings.ts'

export const mistral: Provider = {
  label: 'Mistral',
  server: hostedServer({
    presetBaseUrl: 'https://api.mistral.ai/v1',
    keyVariables: ['MISTRAL_API_KEY'],
    keyUrl: 'https://console.mistral.ai',
    completePath: withV1,
    paths: fixedPaths('/models', '/chat/completions'),
  }),
  parameters: {
    unsupported: ['contextWindow', 'topK'],
    limitations: { reasoningEffort: 'Only "none" or "high".' },
  },
  prompt: plainPrompt,
  failureRules: [
    { code: 'model-not-found', says: /invalid_model|invalid model/i },
    { code: 'context-too-long', says: /too large for model/i },
  ],
  toCallOptions: ({ parameters }) => toCommonOptions(parameters),
  async createModel({ modelName, ...access }) {
    const { createMistral } = await import('@ai-sdk/mistral')
    return createMistral(packageSettings(access, normalizer))(modelName)
  },
}

const TextPart = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('thinking'), thinking: z.array(z.unknown()) }),
])

/** Drops the parts of a message that are neither text nor reasoning. */
function normalizeMessage(given: EventData): EventData {
  const message = normalizeChatMessage(given)
  const { content } = message
  if (!Array.isArray(content)) return message
  const parts = content.filter((part) => TextPart.safeParse(part).success)
  return parts.length === content.length ? message : { ...message, content: parts }
}

const chat = chatNormalizerOf(normalizeMessage)

const normalizer: ResponseNormalizer = {
  whole: chat.whole,
  // Mistral reports the usage in an event without a choice, which the package can't read.
  event(event) {
    const { choices } = event
    if (!Array.isArray(choices) || choices.length > 0) return chat.event(event)
    return 'usage' in event ? { ...event, choices: [{ index: 0, delta: { content: '' } }] } : null
  },
}
