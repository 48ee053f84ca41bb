import type { Path } from '../../diagnostics/path.ts'
import type { Reporter, SourceLocation } from '../../diagnostics/sourceLocation.ts'

/** A part of a file whose syntax is right, with its path. */
export interface WrittenPlace {
  readonly text: string
  readonly reporter: Reporter
  readonly path: Path
}

export function locationAt({ reporter, path }: WrittenPlace, offset: number): SourceLocation {
  return { reporter, offset, path }
}

export const IN_QUOTES = 'Put the whole text in double quotes: "…".'

/** A part of the file, short enough for a sentence. */
export function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return `"${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}"`
}

/** As `quote`, but the end of the text. */
export function quoteEnd(text: string): string {
  const line = text
    .slice(-4 * LONGEST)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `"${line.length > LONGEST ? `…${line.slice(-LONGEST)}` : line}"`
}

const LONGEST = 40
