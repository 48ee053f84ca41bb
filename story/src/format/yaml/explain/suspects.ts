import { findOpenQuote } from './openQuote.ts'
import type { Budget } from './reach.ts'
import type { Repair } from './repair.ts'
import type { SourceLine } from './sourceLines.ts'

/** The lines that may hold the cause of a mistake. */
export interface Suspects {
  readonly text: string
  readonly lines: readonly SourceLine[]
  /** Where the parser gave up. */
  readonly problemLine: SourceLine
  /** The lines around it, the nearest first. */
  readonly near: readonly SourceLine[]
  /** The index of the first of them. */
  readonly firstLine: number
  /** Where a text in quotes starts that holds the line, or ends on it. */
  readonly quoteLine: SourceLine | undefined
}

/** Proposes what could be wrong with a part of the file. */
export type Detector = (suspects: Suspects) => Iterable<Repair>

/** The nearest lines: most causes are on the line itself or just above it. An open quote may be far above. */
export function findSuspects(
  text: string,
  lines: readonly SourceLine[],
  problemLine: SourceLine,
  budget: Budget,
): Suspects {
  const near: SourceLine[] = [problemLine]
  const quoteLine = findOpenQuote(text, lines, problemLine, budget)
  for (let distance = 1; distance <= LINES_ABOVE; distance += 1) {
    const below = distance <= LINES_BELOW ? lines[problemLine.index + distance] : undefined
    const above = lines[problemLine.index - distance]
    for (const line of [above, below]) if (line !== undefined) near.push(line)
  }
  if (quoteLine !== undefined && !near.includes(quoteLine)) near.push(quoteLine)
  const firstLine = Math.min(quoteLine?.index ?? Infinity, Math.max(0, problemLine.index - LINES_ABOVE))
  return {
    text,
    lines,
    problemLine,
    firstLine,
    quoteLine,
    near: near.filter(({ text: { length } }) => length <= LONGEST_LINE),
  }
}

const LINES_ABOVE = 12
const LINES_BELOW = 3
/** Longer lines take time, and few authors write them. */
const LONGEST_LINE = 4000
