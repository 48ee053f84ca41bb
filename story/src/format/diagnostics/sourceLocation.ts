import type { FilePosition } from '../../expressions/expression.ts'
import type { Diagnostic, RelatedLocation } from './diagnostic.ts'
import type { DiagnosticCode } from './diagnosticCodes.ts'
import type { Path } from './path.ts'
import type { Suggestion } from './suggestion.ts'

/** A location in the text of the file and in its tree. */
export interface SourceLocation {
  readonly reporter: Reporter
  /** Into the text of the file, from 0. */
  readonly offset: number
  readonly path: Path
}

/** A value with its location in the file. */
export interface Located<T> {
  readonly value: T
  readonly location: SourceLocation
}

/** Collects the findings about one file. */
export interface Reporter {
  readonly positionAt: (offset: number) => FilePosition
  readonly report: (finding: Finding) => void
  /** How many errors were reported so far. An unchanged number means that everything in between is valid. */
  readonly errorCount: () => number
  /** Whether further findings change nothing: they are not shown, and the gamebook is broken anyway. */
  readonly isFull: () => boolean
  /** Notes a key without a meaning that may be a misspelled one of these. */
  readonly noteMisspelling: (location: SourceLocation, written: string, known: ReadonlySet<string>) => void
  /** Those whose meaning is clear, in the order of their discovery. */
  readonly misspellings: () => readonly Misspelling[]
  /** All findings in the order of the file. */
  readonly diagnostics: () => readonly Diagnostic[]
}

/** A key that was probably meant as another one. */
export interface Misspelling {
  readonly location: SourceLocation
  readonly written: string
  readonly meant: string
}

export interface Finding {
  readonly code: DiagnosticCode
  readonly location: SourceLocation
  /** If it is not the start of the location: inside an expression. */
  readonly position?: FilePosition
  readonly message: string
  readonly hint: string | Suggestion
  readonly related?: readonly RelatedLocation[]
}
