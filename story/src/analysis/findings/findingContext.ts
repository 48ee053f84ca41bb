import type { Diagnostic } from '../../format/diagnostics/diagnostic.ts'
import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { Exploration } from '../explore/explore.ts'
import type { FindingCode } from '../../gamebook/findingCodes.ts'
import type { Finding } from '../finding.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'

/** Everything that findings are derived from. */
export interface FindingContext {
  readonly gamebook: Gamebook
  readonly file: string
  readonly locations: SourceMap
  readonly exploration: Exploration
  /** The diagnostics of the reader. */
  readonly diagnostics: readonly Diagnostic[]
}

export type FindFindings = (context: FindingContext) => readonly Finding[]

/** A finding about something that the search observed. */
export function observedFinding(
  { file }: FindingContext,
  code: FindingCode,
  location: FileLocation,
  { message, hint, witness = null }: Pick<Finding, 'message' | 'hint'> & Partial<Pick<Finding, 'witness'>>,
  severity: Finding['severity'] = 'warning',
): Finding {
  return { code, severity, file, ...location, message, hint, witness, isProven: true }
}

/** A finding about something that never happens: proven if the search was complete, otherwise only a note. */
export function absenceFinding(
  context: FindingContext,
  code: FindingCode,
  location: FileLocation,
  { message, hint }: Pick<Finding, 'message' | 'hint'>,
  severity: Finding['severity'] = 'warning',
): Finding {
  const { isComplete, states, sampled } = context.exploration
  if (isComplete && sampled.size === 0) return observedFinding(context, code, location, { message, hint }, severity)
  const reason = isComplete
    ? `not proven: only some arguments of ${[...sampled].join(', ')} were tried`
    : `not proven: only ${states === 1 ? '1 state was' : `${states} states were`} explored`
  return {
    ...observedFinding(context, code, location, { message, hint }, 'note'),
    message: `${message} (${reason})`,
    isProven: false,
  }
}

/** The location of a condition's first expression in the file. */
export function locationOfCondition({ terms }: Condition, fallback: FileLocation): FileLocation {
  for (const term of terms) {
    if (typeof term === 'object' && term.locate !== undefined) return { ...fallback, ...term.locate(0) }
  }
  return fallback
}

/** The author's source of a condition, on one line. */
export function quoteCondition({ source }: Condition): string {
  const terms: readonly Json[] = isList(source) ? source : [source]
  const text = terms.map((term) => (typeof term === 'string' ? term : JSON.stringify(term))).join(' and ')
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > MAX_QUOTED ? `"${line.slice(0, MAX_QUOTED)}…"` : `"${line}"`
}

const MAX_QUOTED = 80

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
