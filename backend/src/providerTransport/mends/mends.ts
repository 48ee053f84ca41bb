import type { Mend } from '../mendAnswers.ts'
import { withoutError } from './answerData.ts'
import { anthropicMend } from './anthropicMend.ts'
import { chatMend, compatibleMend, mistralMend } from './chatMends.ts'
import { openAiMend, xaiMend } from './responsesMends.ts'

/** What is mended of the answers of each dialect, so that a story loses none of its words to its package. */
export const mends = {
  anthropic: anthropicMend,
  chat: chatMend,
  compatible: compatibleMend,
  google: { whole: withoutError },
  mistral: mistralMend,
  openai: openAiMend,
  xai: xaiMend,
} as const satisfies Record<string, Mend>
