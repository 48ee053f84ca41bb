import type { Reason } from '../verdict/reason.ts'
import type { CheckSummary, OpenQuestion } from './checkSummary.ts'
import { describeReason } from './describeReason.ts'
import { formatCount } from './formatCount.ts'

export interface SummaryText {
  /** `No problems found: all 214 questions are decided.` Only a check without open questions says so. */
  readonly headline: string
  /** `Explored 4,812 states and 19,003 calls in 0.4 s.` */
  readonly effort: string
  /** The open questions, by their reasons. */
  readonly groups: readonly OpenGroup[]
  /** One line for each group. */
  readonly open: readonly string[]
}

/** Open questions with the same reasons. */
export interface OpenGroup {
  /** The first of them, as clauses: `whether "vault" can be entered`. */
  readonly questions: readonly string[]
  /** How many more there are. */
  readonly others: number
  /** Why they are open and what would help. */
  readonly reasons: string
}

/** A finding, or a warning of the reader. */
interface Problem {
  readonly severity: string
}

/** Describes the result of a check in the words of the app and of the command line. */
export function describeSummary(summary: CheckSummary, problems: readonly Problem[]): SummaryText {
  const { states, calls, milliseconds } = summary
  const groups = groupByReasons(summary.open).map(toOpenGroup)
  return {
    headline: describeOutcome(summary, problems),
    effort: `Explored ${formatCount(states, 'state')} and ${formatCount(calls, 'call')} in ${formatSeconds(milliseconds)}.`,
    groups,
    open: groups.map(describeGroup),
  }
}

function describeOutcome({ questions, decided }: CheckSummary, problems: readonly Problem[]): string {
  const isDecided = decided === questions
  const extent = isDecided
    ? questions === 1
      ? 'the only question is decided.'
      : `all ${questions.toLocaleString('en-US')} questions are decided.`
    : `${(questions - decided).toLocaleString('en-US')} of ${formatCount(questions, 'question')} ${questions - decided === 1 ? 'is' : 'are'} open.`
  const warnings = problems.filter(({ severity }) => severity === 'warning').length
  const notes = problems.length - warnings
  if (problems.length === 0) return isDecided ? `No problems found: ${extent}` : `Nothing found so far; ${extent}`
  const counts = [
    ...(warnings > 0 ? [formatCount(warnings, 'warning')] : []),
    ...(notes > 0 ? [formatCount(notes, 'note')] : []),
  ]
  return `${counts.join(' and ')}; ${extent}`
}

/** `under 0.1 s`, `0.4 s`, `12 s` */
function formatSeconds(milliseconds: number): string {
  if (milliseconds < 100) return 'under 0.1 s'
  const seconds = milliseconds / 1000
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds).toLocaleString('en-US')} s`
}

interface Group {
  readonly questions: readonly string[]
  readonly reasons: readonly Reason[]
}

/** Groups are in the order of their first question. */
function groupByReasons(open: readonly OpenQuestion[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const { question, reasons } of open) {
    const key = JSON.stringify(reasons)
    groups.set(key, { questions: [...(groups.get(key)?.questions ?? []), question], reasons })
  }
  return [...groups.values()]
}

const MAX_NAMED = 3

function toOpenGroup({ questions, reasons }: Group): OpenGroup {
  return {
    questions: questions.slice(0, MAX_NAMED),
    others: Math.max(0, questions.length - MAX_NAMED),
    reasons: reasons.map(describeReason).join(' '),
  }
}

function describeGroup({ questions, others, reasons }: OpenGroup): string {
  const rest = others > 0 ? `, and ${formatCount(others, 'more question')}` : ''
  return `Not known: ${questions.join(', ')}${rest}. ${reasons}`
}
