import { TURN_HEADINGS } from './headings.ts'

/** What the player did by a call of their own, before this turn's text; null if that is nothing. */
export function buildDoneText(changed: readonly string[]): string | null {
  if (changed.length === 0) return null
  const facts = changed.map((fact) => `- ${fact.replaceAll(/\s+/g, ' ')}`).join('\n')
  return `# ${TURN_HEADINGS.done}\n\nThis has happened. Narrate it; do not call it again.\n\n${facts}`
}
