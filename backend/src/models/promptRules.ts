import { shortCallId } from './callId.ts'
import { automaticCache, type PromptCache } from './promptCache/promptCache.ts'

/** What a provider accepts in the messages and tools of a request. */
export interface PromptRules {
  /**
   * Which reasoning goes back to the provider and host that it came from: that of steps with tool calls, or all. Other
   * models would read it as their own text.
   */
  readonly returnsReasoning: 'none' | 'with-calls' | 'all'
  /** Tools are marked as strict where their schema allows it. */
  readonly strictTools: boolean
  /** The request carries the view of the story, from which the built-in narrator writes. */
  readonly readsStoryView: boolean
  readonly cache: PromptCache
  /** The id of a call, the same for its result. */
  readonly toCallId: (partId: string) => string
}

export const plainPrompt: PromptRules = {
  returnsReasoning: 'none',
  strictTools: true,
  readsStoryView: false,
  cache: automaticCache,
  toCallId: shortCallId,
}

export const reasoningPrompt: PromptRules = { ...plainPrompt, returnsReasoning: 'all' }
