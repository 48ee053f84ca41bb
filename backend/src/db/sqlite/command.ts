/** A statement that was compiled. Its values are text, numbers, bytes or null. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** Statements that are stored all or none. */
export type Batch = readonly Statement[]

/** What a writer does in one go. */
export type Command =
  /** Each batch succeeds or fails by itself, and all that succeed are stored by one commit. */
  | { readonly kind: 'group'; readonly batches: readonly Batch[] }
  /** A statement as it is, outside of a transaction. */
  | { readonly kind: 'alone'; readonly statement: Statement }
  | { readonly kind: 'begin' }
  /** Fails if no transaction is open: a full disk ends it. */
  | { readonly kind: 'inside'; readonly statements: Batch }
  | { readonly kind: 'commit' }
  /** Does nothing if no transaction is open. */
  | { readonly kind: 'rollback' }

/** What became of a batch or of another command. */
export type Outcome = Stored | { readonly error: Error }

/** The rows and changes of the last statement. */
export interface Stored {
  readonly rows: unknown[]
  readonly changes: number
  readonly error?: never
}

/** Runs commands one after the other. */
export interface Writer {
  /**
   * Settles with one outcome for each batch of a group, and with one for any other command. Throws
   * `UnconfirmedWriteError` if it is not known what became of them.
   */
  run(command: Command): Promise<readonly Outcome[]>
  close(): Promise<void>
}
