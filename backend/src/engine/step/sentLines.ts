import type { LanguageModelV4CallOptions, LanguageModelV4Message } from '@ai-sdk/provider'
import { z } from 'zod'

type Prompt = LanguageModelV4CallOptions['prompt']

const Update = z.object({ state: z.string().catch(''), now: z.array(z.string()).catch([]) })

/** Shorter lines are words that any story may have in a list. */
const SHORTEST = 8

/**
 * The lines of lists that the request says of the turn: facts of the state and what can be done, in the last message of
 * the user and in the results after it. Models repeat them, and no story has them.
 */
export function listSentLines(prompt: Prompt): ReadonlySet<string> {
  const last = prompt.findLastIndex(({ role }) => role === 'user')
  const lines = prompt.slice(Math.max(0, last)).flatMap(linesIn)
  return new Set(lines.filter(isListed).map((line) => line.trim()))
}

function linesIn({ role, content }: LanguageModelV4Message): readonly string[] {
  if (role === 'user') return content.flatMap((part) => (part.type === 'text' ? part.text.split('\n') : []))
  if (role !== 'tool') return []
  return content.flatMap((part) => {
    const value = part.type === 'tool-result' && part.output.type === 'json' ? part.output.value : null
    const update = Update.safeParse(value).data
    return update === undefined ? [] : [...update.state.split('\n'), ...update.now]
  })
}

/** An entry of a list, or a line that names a parameter and an id. Indented descriptions are the story's. */
const LISTED = /^(?: {0,9}- | {2,9}[a-z_]\w{0,63} [\w.]{1,130}: )/

const isListed = (line: string): boolean => LISTED.test(line) && line.trim().length >= SHORTEST
