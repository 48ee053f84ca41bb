import { formatDiagnostic } from '../format/diagnostics/formatDiagnostic.ts'
import { toLine } from '../format/diagnostics/toLine.ts'
import { describeStatus } from './describeCheck/describeStatus.ts'
import { formatStepLine, listSteps } from './steps/listSteps.ts'
import type { Finding } from './finding.ts'

/** Formats a finding for a terminal: like a diagnostic, followed by its status and the calls that show it. */
export function formatFinding(finding: Finding, source?: readonly string[]): string {
  const { witness } = finding
  const shown = `${formatDiagnostic(finding, source)}\n  ${toLine(describeStatus(finding.status))}`
  if (witness === null) return shown
  const steps =
    witness.length === 0
      ? ['  At the start of the story.']
      : listSteps(witness).map((line) => `  ${toLine(formatStepLine(line))}`)
  return [shown, ...steps].join('\n')
}
