import type { Diagnostic, RelatedLocation } from './diagnostic.ts'
import type { FilePosition } from '../../expressions/expression.ts'
import { diagnosticCodes, type DiagnosticCode } from './diagnosticCodes.ts'
import { limits } from './limits.ts'
import { formatPath } from './path.ts'
import { meantKey } from './meantKey.ts'
import type { Finding, Misspelling, Reporter, SourceLocation } from './sourceLocation.ts'
import { suggestionText } from './suggestion.ts'

export function createReporter(file: string, positionAt: (offset: number) => FilePosition): Reporter {
  const findings = new Map<string, Diagnostic>()
  const explained = new Set<string>()
  /** Values that other programs read differently, by location; it does not matter where they have the wrong type. */
  const readings = new Map<string, string>()
  const misspellings: Misspelling[] = []
  let suspectedKeys = 0
  let errors = 0
  let suggestions = 0
  let dropped = 0
  let droppedError = false

  function report({ code, location, related = [], ...finding }: Finding): void {
    const { line, column } = finding.position ?? positionAt(location.offset)
    const severity = diagnosticCodes[code].severity
    const message = shorten(finding.message)
    if (severity === 'error') errors += 1
    const key = `${line}:${column} ${code} ${message}`
    if (findings.has(key) || (FOLLOW_UPS.has(code) && explained.has(`${line}:${column}`))) return
    if (EXPLANATIONS.has(code)) explained.add(`${line}:${column}`)
    if (code === 'wrong-type') findings.delete(readings.get(`${line}:${column}`) ?? '')
    if (code === 'yaml-1-1-scalar') readings.set(`${line}:${column}`, key)
    if (findings.size >= limits.diagnostics) {
      dropped += 1
      droppedError ||= severity === 'error'
      return
    }
    const path = shorten(formatPath(location.path))
    const hint = shorten(hintText(finding.hint))
    findings.set(key, { code, severity, file, line, column, path, message, hint, related })
  }

  function noteMisspelling(location: SourceLocation, written: string, known: ReadonlySet<string>): void {
    suspectedKeys += 1
    const meant = suspectedKeys > limits.suggestions ? undefined : meantKey(written, known)
    if (meant !== undefined) misspellings.push({ location, written, meant })
  }

  function isFull(): boolean {
    return findings.size >= limits.diagnostics && errors > 0
  }

  function hintText(hint: Finding['hint']): string {
    if (typeof hint === 'string') return hint
    suggestions += 1
    return suggestions > limits.suggestions ? hint.otherwise : suggestionText(hint)
  }

  function diagnostics(): readonly Diagnostic[] {
    const sorted = [...findings.values()].sort((a, b) => a.line - b.line || a.column - b.column)
    return dropped === 0 ? sorted : [...sorted, tooMany(sorted.at(-1))]
  }

  function tooMany(last: Diagnostic | undefined): Diagnostic {
    return {
      code: 'limit',
      severity: droppedError ? 'error' : 'warning',
      file,
      line: last?.line ?? 1,
      column: last?.column ?? 1,
      path: '',
      message: `${dropped} more problems are not shown.`,
      hint: 'Fix these first, then check again.',
      related: [],
    }
  }

  return {
    positionAt,
    report,
    diagnostics,
    errorCount: () => errors,
    isFull,
    noteMisspelling,
    misspellings: () => misspellings,
  }
}

/** What the author did to a key. */
const EXPLANATIONS: ReadonlySet<DiagnosticCode> = new Set([
  'misspelled-key',
  'cut-text',
  'missing-punctuation',
  'look-alike-character',
])
/** What follows from it, and is not reported at the same location. */
const FOLLOW_UPS: ReadonlySet<DiagnosticCode> = new Set([
  'look-alike-character',
  'unknown-key',
  'unreadable-field',
  'near-miss-field',
])

/** Reports a diagnostic at its location. */
export function report(
  location: SourceLocation,
  code: DiagnosticCode,
  message: string,
  hint: Finding['hint'],
  related?: readonly RelatedLocation[],
): void {
  location.reporter.report({ code, location, message, hint, ...(related !== undefined && { related }) })
}

/** Another location that a diagnostic refers to. */
export function relatedTo(location: SourceLocation, message: string): RelatedLocation {
  return { ...location.reporter.positionAt(location.offset), message: shorten(message) }
}

/** What is taken from the file, such as a key, may have any length. */
function shorten(text: string): string {
  const { findingCharacters } = limits
  return text.length <= findingCharacters ? text : `${text.slice(0, findingCharacters).replace(HALF_CHARACTER, '')}…`
}

/** The first half of a pair whose second half was cut off. */
const HALF_CHARACTER = /[\uD800-\uDBFF]$/
