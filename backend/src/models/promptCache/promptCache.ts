import type { SharedV4ProviderOptions } from '@ai-sdk/provider'

/** How a provider is helped to keep what it has read, so that the next request need not pay for it again. */
export interface PromptCache {
  /** The messages of the history that carry a mark; null for providers that keep the beginning of a prompt by themselves. */
  readonly markedRole: 'assistant' | 'user' | null
  /**
   * The tool choice of a request that no call may answer. Its tools are sent all the same, because they come first: without
   * them, nothing of what follows could be reused. `auto` where another choice would have the same effect.
   */
  readonly withoutCalls: 'auto' | 'none'
  /** Options with an id that the requests of a session share. */
  readonly nameSession: (id: string) => SharedV4ProviderOptions
  /** Options that allow only some of the tools, which leaves the tools as they are; null where there are none. */
  readonly allowTools: ((names: readonly string[]) => SharedV4ProviderOptions) | null
}

/** DeepSeek, Gemini and most servers compare prompts by themselves. */
export const automaticCache: PromptCache = {
  markedRole: null,
  withoutCalls: 'none',
  nameSession: () => ({}),
  allowTools: null,
}

/** Claude keeps what is marked, and rereads all messages after another tool choice. */
export const markedCache: PromptCache = { ...automaticCache, markedRole: 'assistant', withoutCalls: 'auto' }

/** OpenRouter reads marks only in texts of the user's side. */
export const routedMarkedCache: PromptCache = { ...markedCache, markedRole: 'user' }

/**
 * The requests of a session go to the same server, which has the prompt before.
 * @param provider the name of the provider in the options of its package
 */
export const namedCache = (provider: string): PromptCache => ({
  ...automaticCache,
  nameSession: (promptCacheKey) => ({ [provider]: { promptCacheKey } }),
})
