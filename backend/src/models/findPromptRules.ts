import type { ModelProvider } from '../providers.ts'
import type { PromptRules } from './promptRules.ts'
import { providers } from './providers/providers.ts'

/** What a model accepts in the messages and tools of a request. */
export function findPromptRules(provider: ModelProvider, modelName: string): PromptRules {
  const { prompt, promptOf } = providers[provider]
  return promptOf?.(modelName) ?? prompt
}
