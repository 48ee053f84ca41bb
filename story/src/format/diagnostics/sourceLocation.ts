import type { Path } from './path.ts'
import type { Reporter } from './reporter.ts'

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
