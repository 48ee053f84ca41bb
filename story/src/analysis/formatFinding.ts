import { formatDiagnostic } from '../format/diagnostics/formatDiagnostic.ts'
import { formatStep } from './explore/step.ts'
import type { Finding } from './finding.ts'

/** Formats a finding for a terminal: like a diagnostic, followed by the calls that show it. */
export function formatFinding(finding: Finding, source?: string): string {
  const { witness } = finding
  const shown = formatDiagnostic(finding, source)
  if (witness === null) return shown
  const steps =
    witness.length === 0
      ? ['  At the start of the story.']
      : witness.map((step, index) => `  ${index + 1}. ${formatStep(step)}`)
  return [shown, ...steps].join('\n')
}
