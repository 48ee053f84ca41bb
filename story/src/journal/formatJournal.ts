import { JOURNAL_KINDS, type JournalEntry } from './journalEntry.ts'
import { utf8Length } from '../utf8Length.ts'

export interface CompactJournal {
  /** `- Visited: Sand road; Great hall`, one line for each group, the most important first. */
  readonly lines: readonly string[]
  /** The entries for the narrator that did not fit. */
  readonly leftOut: number
}

/**
 * The entries for the narrator, merged by group. If they need more bytes than there are, the newest of each kind come
 * first: kinds take turns in the order of their importance, each with its newest entry that is left, and an entry that
 * does not fit is left out.
 * @param maxBytes of all lines in UTF-8, joined by line breaks
 */
export function formatJournal(entries: readonly JournalEntry[], maxBytes: number): CompactJournal {
  const sent = entries.filter(({ isForNarrator }) => isForNarrator)
  const kept = new Set<JournalEntry>()
  const groups = new Set<string>()
  let bytes = 0
  for (const entry of byImportance(sent)) {
    const key = groupOf(entry)
    const lineBreak = groups.size === 0 ? '' : '\n'
    const added = groups.has(key) ? append(entry) : `${lineBreak}${startLine(entry)}`
    const length = utf8Length(added)
    if (bytes + length > maxBytes) continue
    bytes += length
    groups.add(key)
    kept.add(entry)
  }
  return { lines: toLines(sent.filter((entry) => kept.has(entry))), leftOut: sent.length - kept.size }
}

/** The newest entry of each kind, then the second newest of each kind, and so on. */
function byImportance(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const queues = JOURNAL_KINDS.map((kind) => entries.filter((entry) => entry.kind === kind).reverse())
  const rounds = Math.max(0, ...queues.map(({ length }) => length))
  return Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue.slice(round, round + 1))).flat()
}

function toLines(entries: readonly JournalEntry[]): readonly string[] {
  const lines = new Map<string, string>()
  for (const entry of JOURNAL_KINDS.flatMap((kind) => entries.filter((candidate) => candidate.kind === kind))) {
    const line = lines.get(groupOf(entry))
    lines.set(groupOf(entry), line === undefined ? startLine(entry) : `${line}${append(entry)}`)
  }
  return [...lines.values()]
}

function startLine({ group, text }: JournalEntry): string {
  return `- ${group}: ${text}`
}

/** Promises are sentences, the others have no end. */
function append({ kind, text }: JournalEntry): string {
  return `${kind === 'promise' ? ' ' : '; '}${text}`
}

function groupOf({ kind, group }: JournalEntry): string {
  return `${kind} ${group}`
}
