import type { Gamebook } from '../gamebook/gamebook.ts'
import { isPromptType, type PromptType } from '../traits/inPrompt.ts'

export type { PromptType } from '../traits/inPrompt.ts'

export function promptTypes({ entityTypes }: Gamebook): readonly PromptType[] {
  return entityTypes.filter(isPromptType)
}
