import type { Gamebook } from '../gamebook/gamebook.ts'
import { renderOrFallback, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isPromptType, type PromptType } from '../traits/inPrompt.ts'

export type { PromptType } from '../traits/inPrompt.ts'

export function promptTypes({ entityTypes }: Gamebook): readonly PromptType[] {
  return entityTypes.filter(isPromptType)
}

/** The trimmed instructions of a type. */
export function renderInstructions(world: World, { id, instructions }: PromptType, report: ReportFailure): string {
  return renderOrFallback(world, instructions, `${id}.instructions`, report).trim()
}
