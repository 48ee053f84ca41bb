import type { Diagnostic } from '../../format/diagnostics/diagnostic.ts'
import type { FindingCode } from '../../gamebook/findingCodes.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Finding } from '../finding.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'

/** What a finding needs that follows from the file alone, without a search. */
export interface StaticContext {
  readonly gamebook: Gamebook
  readonly file: string
  readonly locations: SourceMap
  /** The diagnostics of the reader. */
  readonly diagnostics: readonly Diagnostic[]
}

export type FindStatic = (context: StaticContext) => readonly Finding[]

export interface StaticMessage {
  readonly message: string
  readonly hint: string
}

/** A finding that the file itself proves. */
export function staticFinding(
  { file }: StaticContext,
  code: FindingCode,
  location: FileLocation,
  { message, hint }: StaticMessage,
  severity: Finding['severity'] = 'warning',
): Finding {
  return { code, severity, file, ...location, message, hint, witness: null, isProven: true, status: { kind: 'proven' } }
}

/** A finding that a rule of thumb suggests, such as one about words. It can be wrong, so it is only a note. */
export function guess(context: StaticContext, code: FindingCode, location: FileLocation, text: StaticMessage): Finding {
  return { ...staticFinding(context, code, location, text, 'note'), isProven: false, status: { kind: 'guess' } }
}
