import type { Diagnostic } from '../../format/diagnostics/diagnostic.ts'
import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { Exploration } from '../explore/explore.ts'
import type { Finding, FindingCode } from '../finding.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'

/** All that findings are drawn from. */
export interface FindingContext {
  readonly gamebook: Gamebook
  readonly file: string
  readonly places: SourceMap
  readonly exploration: Exploration
  /** What the reader has said already. */
  readonly diagnostics: readonly Diagnostic[]
}

export type FindFindings = (context: FindingContext) => readonly Finding[]

/** Something that was seen. */
export function observedFinding(
  { file }: FindingContext,
  code: FindingCode,
  place: FileLocation,
  { message, hint, witness = null }: Pick<Finding, 'message' | 'hint'> & Partial<Pick<Finding, 'witness'>>,
  severity: Finding['severity'] = 'warning',
): Finding {
  return { code, severity, file, ...place, message, hint, witness, isProven: true }
}

/** Something that was never seen: a warning only where all that can happen was looked at. */
export function absenceFinding(
  context: FindingContext,
  code: FindingCode,
  place: FileLocation,
  { message, hint }: Pick<Finding, 'message' | 'hint'>,
  severity: Finding['severity'] = 'warning',
): Finding {
  const { isWhole, states, sampled } = context.exploration
  if (isWhole && sampled.size === 0) return observedFinding(context, code, place, { message, hint }, severity)
  const reason = isWhole
    ? `not proven: of the parameters of ${[...sampled].join(', ')} only some values were tried`
    : `not proven: only ${states} states were looked at`
  return {
    ...observedFinding(context, code, place, { message, hint }, 'note'),
    message: `${message} (${reason})`,
    isProven: false,
  }
}

/** Where a condition begins in the file, by its first expression. */
export function locationOfCondition({ terms }: Condition, otherwise: FileLocation): FileLocation {
  for (const term of terms) {
    if (typeof term === 'object' && term.locate !== undefined) return { ...otherwise, ...term.locate(0) }
  }
  return otherwise
}

/** What an author wrote as a condition, in one line. */
export function quoteCondition({ source }: Condition): string {
  const terms: readonly Json[] = isList(source) ? source : [source]
  const text = terms.map((term) => (typeof term === 'string' ? term : JSON.stringify(term))).join(' and ')
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > MOST_QUOTED ? `"${line.slice(0, MOST_QUOTED)}…"` : `"${line}"`
}

const MOST_QUOTED = 80

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
