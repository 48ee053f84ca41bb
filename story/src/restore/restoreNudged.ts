import type { Json } from '../json.ts'
import type { ReportState } from './stateFinding.ts'

export function restoreNudged(saved: Json | undefined, report: ReportState): true | undefined {
  if (saved === undefined || saved === true) return saved
  report('state-type', 'nudged', 'The saved note of a nudge is not "true" and was dropped.')
  return undefined
}
