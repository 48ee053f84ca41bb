import type { Path } from './path.ts'
import type { Reporter } from './reporter.ts'

/** Where something stands: in the text of the file, and in its tree. */
export interface SourceLocation {
  readonly reporter: Reporter
  /** Into the text of the file, from 0. */
  readonly offset: number
  readonly path: Path
}

/** A value with the place where the author wrote it. */
export interface Located<T> {
  readonly value: T
  readonly location: SourceLocation
}
