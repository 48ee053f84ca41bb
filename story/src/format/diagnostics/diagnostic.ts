/** One finding about a gamebook. Codes are stable (gamebook format, section 10). */
export interface Diagnostic {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly file: string
  /** From 1. The location of the key or value; inside an expression, of the token. */
  readonly line: number
  readonly column: number
  /** `entity_types[1].entities[0].edge_ids[2]`; empty for the whole file. */
  readonly path: string
  /** What is so. */
  readonly message: string
  /** What to do next. */
  readonly hint: string
  readonly related: readonly RelatedLocation[]
}

export interface RelatedLocation {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** All findings in the order of the file, and the gamebook if none is an error. */
export interface GamebookReport {
  readonly diagnostics: readonly Diagnostic[]
  readonly gamebook: import('../../gamebook/gamebook.ts').Gamebook | null
}
