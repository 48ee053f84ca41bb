import {
  describeEnding,
  describeSummary,
  type EndingPath,
  formatCount,
  formatDiagnostic,
  formatFinding,
  splitSource,
  toLine,
} from '@llm-gamebook/story'

import type { CheckedFile } from './checkFile.ts'

/** Formats the result of a check for a terminal. */
export function describeCheck(checked: CheckedFile): string {
  const { given, text, diagnostics, findings } = checked
  const source = splitSource(text)
  const problems = [
    ...diagnostics.map((diagnostic) => ({ line: diagnostic.line, shown: formatDiagnostic(diagnostic, source) })),
    ...findings.map((finding) => ({ line: finding.line, shown: formatFinding(finding, source) })),
  ]
  const lines = problems.toSorted((a, b) => a.line - b.line).map(({ shown }) => `${shown}\n`)
  return [...lines, given, ...describeResult(checked).map((line) => `  ${toLine(line)}`)].join('\n')
}

function describeResult(checked: CheckedFile): readonly string[] {
  const { diagnostics, findings, explored, summary } = checked
  if (explored === null || summary === null) {
    const { error, warning } = countSeverities(checked)
    const warnings = warning === 0 ? '' : ` and ${formatCount(warning, 'warning')}`
    return [`${formatCount(error, 'error')}${warnings}; nothing was explored. Fix the errors, then check again.`]
  }
  const { headline, effort, open } = describeSummary(summary, [...diagnostics, ...findings])
  return [headline, ...open, effort, ...explored.endings.map(nameEnding)]
}

function nameEnding(ending: EndingPath): string {
  return `Ending "${ending.title}" (${ending.kind}): ${describeEnding(ending)}.`
}

export function countSeverities({ diagnostics, findings }: Pick<CheckedFile, 'diagnostics' | 'findings'>) {
  const all = [...diagnostics, ...findings].map(({ severity }) => severity)
  const of = (severity: string): number => all.filter((other) => other === severity).length
  return { error: of('error'), warning: of('warning') }
}
