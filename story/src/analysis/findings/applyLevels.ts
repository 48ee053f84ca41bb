import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Finding } from '../finding.ts'

/** Findings with the severities that the gamebook gives them. What is not known stays a note. */
export function applyLevels({ checks }: Gamebook, findings: readonly Finding[]): readonly Finding[] {
  return findings.flatMap((finding) => {
    const level = checks.get(finding.code) ?? finding.severity
    if (level === 'off') return []
    return [finding.status.kind === 'not-known' ? finding : { ...finding, severity: level }]
  })
}
