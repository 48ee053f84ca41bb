import { type CheckExtent, type Diagnostic, type Finding, formatDiagnostic, formatFinding } from '@llm-gamebook/story'

import { formatCount } from './formatCount.ts'

export interface CheckedFolder {
  readonly folder: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  readonly findings: readonly Finding[]
  readonly explored: CheckExtent | null
}

/** Formats the result of a check for a terminal. */
export function describeCheck(checked: CheckedFolder): string {
  const { folder, text, diagnostics, findings, explored } = checked
  const problems = [
    ...diagnostics.map((diagnostic) => ({ line: diagnostic.line, shown: formatDiagnostic(diagnostic, text) })),
    ...findings.map((finding) => ({ line: finding.line, shown: formatFinding(finding, text) })),
  ]
  const lines = problems.toSorted((a, b) => a.line - b.line).map(({ shown }) => `${shown}\n`)
  const { error, warning, note } = countSeverities(checked)
  return [
    ...lines,
    `${folder}: ${formatCount(error, 'error')}, ${formatCount(warning, 'warning')}, ${formatCount(note, 'note')}.`,
    ...describeExtent(explored),
  ].join('\n')
}

function describeExtent(explored: CheckExtent | null): readonly string[] {
  if (explored === null) return ['  Not explored: fix the errors first.']
  const { states, calls, slices, isWhole, leftOut, bounded, sampled, endings } = explored
  const extent = `Explored ${formatCount(states, 'state')} and ${formatCount(calls, 'call')}${slices > 1 ? ` in ${slices} independent parts` : ''}.`
  return [
    isWhole && sampled.length === 0
      ? `  ${extent} The search was complete.`
      : isWhole
        ? `  ${extent}`
        : `  ${extent} The limit was reached: what wasn't found isn't proven absent. Raise --max-states to search further.`,
    ...listing("Only some arguments were tried for these functions, so what wasn't found isn't proven absent", sampled),
    ...listing('Ignored because no rule reads them', leftOut),
    ...listing('Numbers reduced to the ranges that rules distinguish', bounded),
    ...endings.map(
      ({ title, kind, steps }) =>
        `  Ending "${title}" (${kind}): ${steps === null ? 'not reached' : `at least ${formatCount(steps.length, 'step')}`}.`,
    ),
  ]
}

function listing(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`  ${what}: ${names.join(', ')}.`]
}

export function countSeverities({ diagnostics, findings }: CheckedFolder) {
  const all = [...diagnostics, ...findings].map(({ severity }) => severity)
  const of = (severity: string): number => all.filter((other) => other === severity).length
  return { error: of('error'), warning: of('warning'), note: of('note') }
}
