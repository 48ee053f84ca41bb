import type { LanguageModelV4FinishReason, LanguageModelV4Usage } from '@ai-sdk/provider'
import type { Narration } from '../narrate.ts'
import { splitWords } from './narrationParts.ts'

/** Counted in words: there are no tokens here. */
export function countUsage(words: string | null, narration: Narration): LanguageModelV4Usage {
  const read = words === null ? 0 : splitWords(words).length
  const written = narration.kind === 'text' ? splitWords(narration.text).length : 0
  return {
    inputTokens: { total: read, noCache: read, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: written, text: written, reasoning: undefined },
  }
}

export function finishReasonOf({ kind }: Narration): LanguageModelV4FinishReason {
  return kind === 'call' ? { unified: 'tool-calls', raw: undefined } : { unified: 'stop', raw: undefined }
}
