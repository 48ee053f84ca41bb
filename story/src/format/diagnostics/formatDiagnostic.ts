import type { Diagnostic } from './diagnostic.ts'
import { toLine } from './toLine.ts'

/** A diagnostic, or a finding of the checker. */
export type DiagnosticLike = Omit<Diagnostic, 'severity' | 'related' | 'path'> & {
  readonly severity: string
  readonly related?: Diagnostic['related']
}

/** The lines of a source, for excerpts. */
export function splitSource(source: string): readonly string[] {
  return source.replace(/^\uFEFF/, '').split(/\r?\n/)
}

/** A diagnostic as text for a terminal. With the lines of the source, it includes a line and a mark below the location. */
export function formatDiagnostic(diagnostic: DiagnosticLike, source?: readonly string[]): string {
  const { file, line, column, severity, code, message, hint, related = [] } = diagnostic
  return [
    `${file}:${line}:${column} ${severity} ${code}: ${toLine(message)}`,
    ...excerpt(source?.[line - 1], column),
    `  ${toLine(hint)}`,
    ...related.map((other) => `  ${file}:${other.line}:${other.column} ${toLine(other.message)}`),
  ].join('\n')
}

const WIDEST = 120

function excerpt(text: string | undefined, column: number): readonly string[] {
  if (text === undefined || text.trim() === '') return []
  const cut = Math.max(0, column - WIDEST + 20)
  const shown = text.slice(cut, cut + WIDEST)
  const indent = shown.slice(0, column - 1 - cut).replaceAll(/[^\t]/g, ' ')
  return [`  ${shown}`, `  ${indent}^`]
}
