import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'

import { countCharacters, estimateTokens } from './estimateTokens.ts'

export interface SentPrompt {
  readonly request: Pick<LanguageModelV4CallOptions, 'prompt' | 'tools'>
  /** As the server reports it. */
  readonly inputTokens: number | null
  /** The size that the server works with; null if it doesn't say. Asked only if a prompt seems to be cut. */
  readonly findWindow: () => Promise<number | null>
  /** What to do about it. */
  readonly remedy: string
}

/** A cut leaves out whole messages; a smaller difference is only a matter of counting. */
const MIN_MISSING = 200
const MAX_SHARE_READ = 0.8
/** No server has a smaller one by default. */
const SMALLEST_WINDOW = 2048

/**
 * The notice about a prompt of which a server silently dropped the beginning; null if it read all. Some servers count only
 * what they have not cached, so a window that is large enough clears the suspicion.
 */
export async function findCutPrompt({ request, inputTokens, findWindow, remedy }: SentPrompt): Promise<string | null> {
  if (inputTokens === null || inputTokens === 0) return null
  const texts = textsOf(request)
  if (hasReadAll(texts, inputTokens)) return null
  const { least, most } = estimateTokens(countCharacters(texts.join('\n')))
  if (!seemsCut(least, inputTokens)) return null
  const window = (await findWindow()) ?? SMALLEST_WINDOW
  if (most <= window) return null
  return `The model read only ${inputTokens} tokens, although at least ${least} were sent: its context window is too small, and it no longer knows the beginning of the story. ${remedy}`
}

const seemsCut = (least: number, inputTokens: number): boolean =>
  least - inputTokens >= MIN_MISSING && inputTokens <= least * MAX_SHARE_READ

/** Whether the prompt can't be cut, which the first of its texts show if it is long. */
function hasReadAll(texts: readonly string[], inputTokens: number): boolean {
  const uncounted = texts.reduce((sum, text) => sum + text.length + 1, 0)
  const counts = { plain: 0, others: uncounted }
  for (const text of texts) {
    if (!seemsCut(estimateTokens(counts).least, inputTokens)) return true
    const { plain } = countCharacters(text)
    counts.plain += plain
    counts.others -= plain
  }
  return false
}

function textsOf({ prompt, tools = [] }: SentPrompt['request']): readonly string[] {
  const texts = prompt.flatMap(({ content }) =>
    typeof content === 'string'
      ? [content]
      : content.map((part) => {
          if (part.type === 'text') return part.text
          return part.type === 'tool-call' || part.type === 'tool-result' ? JSON.stringify(part) : ''
        }),
  )
  return [...texts, ...tools.map((tool) => JSON.stringify(tool))]
}
