import { sessionsText } from '../../text/sessions.ts'
import type { SessionSummary } from '../../types/api.ts'

/** What tells a session apart from others: first its name or its place, then the rest. */
export interface SessionLabels {
  readonly main: string
  readonly others: readonly string[]
}

/** @param gamebookTitle a session with this name has no name of its own; null in a list of several gamebooks */
export function labelSession(session: SessionSummary, gamebookTitle: string | null): SessionLabels {
  const { title, time, narrator } = session
  const place = placeLabel(session)
  const isNamed = title !== gamebookTitle
  const others = [isNamed ? place : null, time, narrator].filter((label) => label !== null)
  return { main: isNamed ? title : place, others }
}

function placeLabel({ ending, place }: SessionSummary): string {
  if (ending !== null) return sessionsText('ended', { ending: ending.title })
  return place ?? sessionsText('beginning')
}
