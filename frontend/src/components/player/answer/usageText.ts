import { playerText } from '../../../text/player.ts'
import type { Message } from '../../../types/api.ts'

/** The tokens that the provider reported; empty if it reported none. */
export function usageText(usage: Message['usage']): string {
  if (usage === null) return ''
  const { inputTokens, outputTokens, reasoningTokens, cachedInputTokens, cacheWriteTokens } = usage
  const texts = [
    inputTokens !== null && playerText('answerDetails.tokensIn', { count: String(inputTokens) }),
    outputTokens !== null && playerText('answerDetails.tokensOut', { count: String(outputTokens) }),
    isSome(reasoningTokens) && playerText('answerDetails.tokensThinking', { count: String(reasoningTokens) }),
    isSome(cachedInputTokens) && playerText('answerDetails.tokensCached', { count: String(cachedInputTokens) }),
    isSome(cacheWriteTokens) && playerText('answerDetails.tokensCacheWritten', { count: String(cacheWriteTokens) }),
  ]
  return texts.filter((text) => text !== false).join(', ')
}

const isSome = (count: number | null | undefined): count is number => count != null && count > 0
