import { TURN_HEADINGS } from './headings.ts'

/** The player's message in a request, the same in its own turn and later in the history. */
export function buildPlayerText(text: string): string {
  return `# ${TURN_HEADINGS.player}\n\n${fence(text)}`
}

/** A text between fences that it can't close: it contains no run of backticks as long as the fence. */
export function fence(text: string): string {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const marks = '`'.repeat(Math.max(MIN_FENCE, longest + 1))
  return `${marks}\n${text}\n${marks}`
}

const MIN_FENCE = 3
