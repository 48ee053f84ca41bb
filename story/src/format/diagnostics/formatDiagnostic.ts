import type { Diagnostic } from './diagnostic.ts'

/** What can be shown as a diagnostic is: what the compiler finds as well. */
export type DiagnosticLike = Omit<Diagnostic, 'severity' | 'related' | 'path'> & {
  readonly severity: string
  readonly related?: Diagnostic['related']
}

/** A finding as text for a terminal; with the text of the file also the line, and a mark below the place. */
export function formatDiagnostic(diagnostic: DiagnosticLike, source?: string): string {
  const { file, line, column, severity, code, message, hint, related = [] } = diagnostic
  return [
    `${file}:${line}:${column} ${severity} ${code}: ${message}`,
    ...(source === undefined ? [] : excerpt(source, line, column)),
    `  ${hint}`,
    ...related.map((other) => `  ${file}:${other.line}:${other.column} ${other.message}`),
  ].join('\n')
}

const WIDEST = 120

function excerpt(source: string, line: number, column: number): readonly string[] {
  const text = source.replace(/^\uFEFF/, '').split(/\r?\n/)[line - 1]
  if (text === undefined || text.trim() === '') return []
  const cut = Math.max(0, column - WIDEST + 20)
  const shown = text.slice(cut, cut + WIDEST)
  const indent = shown.slice(0, column - 1 - cut).replaceAll(/[^\t]/g, ' ')
  return [`  ${shown}`, `  ${indent}^`]
}
