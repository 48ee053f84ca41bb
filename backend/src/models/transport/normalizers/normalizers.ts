import type { ResponseNormalizer } from '../normalizeResponses.ts'
import { withoutError } from './answerData.ts'
import { anthropicNormalizer } from './anthropicNormalizer.ts'
import { chatNormalizer, compatibleNormalizer, mistralNormalizer } from './chatNormalizers.ts'
import { openAiNormalizer, xaiNormalizer } from './responsesNormalizers.ts'

/** What is mended of the answers of each dialect, so that a story loses none of its words to its package. */
export const normalizers = {
  anthropic: anthropicNormalizer,
  chat: chatNormalizer,
  compatible: compatibleNormalizer,
  google: { whole: withoutError },
  mistral: mistralNormalizer,
  openai: openAiNormalizer,
  xai: xaiNormalizer,
} as const satisfies Record<string, ResponseNormalizer>
