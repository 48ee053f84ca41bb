import { describeEnding, describeSummary, type EndingPath, formatDiagnostic, formatFinding } from '@llm-gamebook/story'

import { formatCount } from '../formatCount.ts'
import type { CheckedFile } from './checkFile.ts'

/** Formats the result of a check for a terminal. */
export function describeCheck(checked: CheckedFile): string {
  const { given, text, diagnostics, findings } = checked
  const problems = [
    ...diagnostics.map((diagnostic) => ({ line: diagnostic.line, shown: formatDiagnostic(diagnostic, text) })),
    ...findings.map((finding) => ({ line: finding.line, shown: formatFinding(finding, text) })),
  ]
  const lines = problems.toSorted((a, b) => a.line - b.line).map(({ shown }) => `${shown}\n`)
  const { error, warning, note } = countSeverities(checked)
  return [
    ...lines,
    `${given}: ${formatCount(error, 'error')}, ${formatCount(warning, 'warning')}, ${formatCount(note, 'note')}.`,
    ...describeResult(checked).map((line) => `  ${line}`),
  ].join('\n')
}

function describeResult({ diagnostics, findings, explored, summary }: CheckedFile): readonly string[] {
  if (explored === null || summary === null) return ['Not explored: fix the errors first.']
  const { headline, effort, open } = describeSummary(summary, [...diagnostics, ...findings])
  return [headline, ...open, effort, ...explored.endings.map(nameEnding)]
}

function nameEnding(ending: EndingPath): string {
  return `Ending "${ending.title}" (${ending.kind}): ${describeEnding(ending)}.`
}

export function countSeverities({ diagnostics, findings }: Pick<CheckedFile, 'diagnostics' | 'findings'>) {
  const all = [...diagnostics, ...findings].map(({ severity }) => severity)
  const of = (severity: string): number => all.filter((other) => other === severity).length
  return { error: of('error'), warning: of('warning'), note: of('note') }
}
