import { fence } from './playerText.ts'
import { TURN_HEADINGS } from './headings.ts'

/** A sentence that is not so. */
export interface Correction {
  /** Of an answer that another one is to replace. */
  readonly sentence: string
  /** What is true instead, in one sentence. */
  readonly fact: string
}

/** What the last message of a request repeats, and no later request. */
export interface Remembered {
  /** What the player has pinned. */
  readonly pins: readonly string[]
  /** The player's note; empty if there is none. */
  readonly note: string
  /** Reminders of the engine; the first three count. */
  readonly lines: readonly string[]
  readonly corrections?: readonly Correction[]
}

/** The section `# Remember`; null if there is nothing in it. */
export function buildRemember({ pins, note, lines, corrections = [] }: Remembered): string | null {
  const listed = [...pins, ...lines.slice(0, MAX_LINES), ...corrections.map(formatCorrection)].map(
    (line) => `- ${inOneLine(line)}`,
  )
  const blocks = [listed.join('\n'), note.trim() === '' ? '' : `The player's note:\n\n${fence(note.trim())}`]
  const filled = blocks.filter((block) => block !== '')
  return filled.length === 0 ? null : [`# ${TURN_HEADINGS.remember}`, ...filled].join('\n\n')
}

const MAX_LINES = 3

const formatCorrection = ({ sentence, fact }: Correction): string =>
  `Another answer to this said what is not so: "${sentence}" ${fact} Do not write that again.`

const inOneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')
