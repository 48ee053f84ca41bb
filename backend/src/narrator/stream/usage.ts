import type { LanguageModelV4FinishReason, LanguageModelV4Usage } from '@ai-sdk/provider'
import type { Narration } from '../narrate.ts'
import { splitWords } from './narrationParts.ts'

/** Counts words, because the built-in narrator has no tokens. */
export function countUsage(message: string | null, narration: Narration): LanguageModelV4Usage {
  const read = message === null ? 0 : splitWords(message).length
  const written = narration.kind === 'text' ? splitWords(narration.text).length : 0
  return {
    inputTokens: { total: read, noCache: read, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: written, text: written, reasoning: undefined },
  }
}

export function finishReasonOf({ kind }: Narration): LanguageModelV4FinishReason {
  return kind === 'call' ? { unified: 'tool-calls', raw: undefined } : { unified: 'stop', raw: undefined }
}
