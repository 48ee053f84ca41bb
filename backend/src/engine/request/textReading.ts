import type { LanguageModelV4FunctionTool } from '@ai-sdk/provider'
import { buildGrowingTools, type Gamebook } from '@llm-gamebook/story'

import type { TurnRequest } from '../turn.ts'
import { toFunctionTools } from './functionTools.ts'

/** What is known of a request when its answer is read. */
export interface TextReading {
  /** What the prompt shows in parentheses. */
  readonly ids: ReadonlySet<string>
  /** Functions that the system text describes; those among the tools of the request are known anyway. */
  readonly tools: readonly LanguageModelV4FunctionTool[]
}

/** Null for the built-in narrator, which writes what the author wrote. */
export function buildTextReading(
  { gamebook, narrator }: Pick<TurnRequest, 'gamebook' | 'narrator'>,
  toolNames: readonly string[],
): TextReading | null {
  if (narrator.prompt.readsStoryView) return null
  const tools = narrator.toolStyle === 'text' ? toFunctionTools(buildGrowingTools(gamebook, toolNames), false) : []
  return { ids: entityIds(gamebook), tools }
}

/** Each step needs them. */
const known = new WeakMap<Gamebook, ReadonlySet<string>>()

function entityIds(gamebook: Gamebook): ReadonlySet<string> {
  const ids = known.get(gamebook) ?? new Set(gamebook.entities.keys())
  known.set(gamebook, ids)
  return ids
}
