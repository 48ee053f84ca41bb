import type { Diagnostic } from './diagnostic.ts'

/** A diagnostic, or a finding of the checker. */
export type DiagnosticLike = Omit<Diagnostic, 'severity' | 'related' | 'path'> & {
  readonly severity: string
  readonly related?: Diagnostic['related']
}

/** A diagnostic as text for a terminal. With the source, it includes the line and a mark below the location. */
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
