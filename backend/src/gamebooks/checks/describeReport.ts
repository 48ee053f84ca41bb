import { type CheckSummary, describeStatus, describeSummary, type Finding, type Reason } from '@llm-gamebook/story'

/** How sure a finding is, as JSON: a word for programs, a sentence for people. */
export function statusFields({ status }: Pick<Finding, 'status'>): {
  readonly status: Finding['status']['kind']
  readonly statusText: string
  readonly reasons: readonly Reason[]
} {
  const reasons = status.kind === 'not-known' ? status.reasons : []
  return { status: status.kind, statusText: describeStatus(status), reasons }
}

/** A summary with its words. `problems` are the findings and the diagnostics of the gamebook. */
export function summaryFields(summary: CheckSummary, problems: Parameters<typeof describeSummary>[1]) {
  const { headline, effort, open, groups } = describeSummary(summary, problems)
  return { ...summary, headline, effort, openText: open, openGroups: groups }
}
