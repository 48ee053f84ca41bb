import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { Narrator } from '../../models/narrator.ts'
import { plainPrompt } from '../../models/promptRules.ts'

/** The narrator of the answers that the scripts give. It is reached through no provider. */
export function referenceNarrator(model: LanguageModelV4): Narrator {
  return {
    model,
    modelConfigId: '',
    snapshot: {
      configName: 'Script',
      provider: 'script',
      requestedModel: 'script',
      host: null,
      parameters: {},
    },
    prompt: plainPrompt,
    toolStyle: 'growing',
    contextWindow: { tokens: 1_000_000, source: 'config' },
    maxOutputTokens: 4096,
    callOptions: () => ({}),
    redact: (text) => text,
    secretForms: [],
    nearestModels: () => [],
    onRefused: () => {},
  }
}
