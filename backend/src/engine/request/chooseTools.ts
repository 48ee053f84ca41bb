import type { LanguageModelV4CallOptions, LanguageModelV4FunctionTool } from '@ai-sdk/provider'

import type { PromptCache } from '../../models/promptCache/promptCache.ts'

interface ToolUse {
  readonly cache: PromptCache
  /** Whether the model may answer with a call. */
  readonly mayCall: boolean
  /** The names of the tools that make sense now. */
  readonly callable: readonly string[]
}

type ToolOptions = Pick<LanguageModelV4CallOptions, 'tools' | 'toolChoice' | 'providerOptions'>

/** The tools of a request, which are sent whether or not they may be called now, and what the model may do with them. */
export function chooseTools(
  tools: readonly LanguageModelV4FunctionTool[],
  { cache, mayCall, callable }: ToolUse,
): ToolOptions {
  if (tools.length === 0) return {}
  const sent = { tools: [...tools] }
  if (!mayCall || callable.length === 0) return { ...sent, toolChoice: { type: cache.withoutCalls } }
  const isLimited = cache.allowTools !== null && callable.length < tools.length
  return {
    ...sent,
    toolChoice: { type: 'auto' },
    ...(isLimited && { providerOptions: cache.allowTools(callable) }),
  }
}
