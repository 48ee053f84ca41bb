import type { Diagnostic } from '../../format/diagnostics/diagnostic.ts'
import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { Answers } from '../answers/answers.ts'
import { countCalls, type Step } from '../steps/step.ts'
import type { FindingCode } from '../../gamebook/findingCodes.ts'
import { isCertain, type Finding, type FindingStatus } from '../finding.ts'
import { quoteSource } from '../quoteSource.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'
import type { Possibility } from '../verdict/verdict.ts'

/** Everything that findings are derived from. */
export interface FindingContext {
  readonly gamebook: Gamebook
  readonly file: string
  readonly locations: SourceMap
  readonly answers: Answers
  /** The diagnostics of the reader. */
  readonly diagnostics: readonly Diagnostic[]
}

export type FindFindings = (context: FindingContext) => readonly Finding[]

type FindingText = Pick<Finding, 'message' | 'hint'>

/** A finding that the file itself shows, or the calls of its witness. */
export function observedFinding(
  context: FindingContext,
  code: FindingCode,
  location: FileLocation,
  { witness = null, ...text }: FindingText & Partial<Pick<Finding, 'witness' | 'failure'>>,
  severity: Finding['severity'] = 'warning',
): Finding {
  const status: FindingStatus = witness === null ? { kind: 'proven' } : { kind: 'shown', calls: countCalls(witness) }
  return findingWith(context, code, location, { ...text, witness, status, severity })
}

/** A finding about something that never happens. There is none unless that is proven. */
export function absenceFinding(
  context: FindingContext,
  possibility: Possibility,
  code: FindingCode,
  location: FileLocation,
  { message, hint }: FindingText,
  severity: Finding['severity'] = 'warning',
): readonly Finding[] {
  if (possibility.kind !== 'proven') return []
  return [findingWith(context, code, location, { message, hint, witness: null, status: { kind: 'proven' }, severity })]
}

/** A finding about states from which something can't be reached: a play leads there, and a proof says so. */
export function lockFinding(
  context: FindingContext,
  code: FindingCode,
  location: FileLocation,
  text: FindingText & { readonly witness: readonly Step[] },
): Finding {
  return findingWith(context, code, location, { ...text, status: { kind: 'proven' }, severity: 'warning' })
}

function findingWith(
  { file }: FindingContext,
  code: FindingCode,
  location: FileLocation,
  { severity, message, hint, ...rest }: FindingText & Pick<Finding, 'witness' | 'status' | 'severity' | 'failure'>,
): Finding {
  return { code, severity, file, ...location, message, hint, ...rest, isProven: isCertain(rest.status) }
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
  return quoteSource(text)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
