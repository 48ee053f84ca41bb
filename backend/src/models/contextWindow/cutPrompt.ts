import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'

import { type CharacterCounts, countCharacters, estimateTokens } from './estimateTokens.ts'

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
  const { least, most } = estimateTokens(countRequest(request))
  if (least - inputTokens < MIN_MISSING || inputTokens > least * MAX_SHARE_READ) return null
  const window = (await findWindow()) ?? SMALLEST_WINDOW
  if (most <= window) return null
  return `The model read only ${inputTokens} tokens, although at least ${least} were sent: its context window is too small, and it no longer knows the beginning of the story. ${remedy}`
}

type Prompt = LanguageModelV4CallOptions['prompt']

function countRequest({ prompt, tools = [] }: SentPrompt['request']): CharacterCounts {
  const sum = { ...countCharacters(tools.map((tool) => JSON.stringify(tool)).join('\n')) }
  for (const message of prompt) {
    const { plain, others } = countOnce(message)
    sum.plain += plain
    sum.others += others
  }
  return sum
}

/** The same messages of the story are sent in every turn. */
const counted = new WeakMap<Prompt[number], CharacterCounts>()

function countOnce(message: Prompt[number]): CharacterCounts {
  const known = counted.get(message)
  if (known !== undefined) return known
  const counts = countCharacters(textOf(message))
  counted.set(message, counts)
  return counts
}

function textOf({ content }: Prompt[number]): string {
  if (typeof content === 'string') return content
  const texts = content.map((part) => {
    if (part.type === 'text') return part.text
    return part.type === 'tool-call' || part.type === 'tool-result' ? JSON.stringify(part) : ''
  })
  return texts.join('\n')
}
