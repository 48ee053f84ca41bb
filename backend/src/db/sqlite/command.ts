/** A compiled statement. Its values are text, numbers, bytes or null. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** Statements that are stored together or not at all. */
export type Batch = readonly Statement[]

/** What a writer does in one step. */
export type Command =
  /** Each batch succeeds or fails by itself, and one commit stores all that succeed. */
  | { readonly kind: 'group'; readonly batches: readonly Batch[] }
  /** A statement outside of any transaction. */
  | { readonly kind: 'alone'; readonly statement: Statement }
  | { readonly kind: 'begin' }
  /** Fails if no transaction is open, because a full disk has ended it, for example. */
  | { readonly kind: 'inside'; readonly statements: Batch }
  | { readonly kind: 'commit' }
  /** Does nothing if no transaction is open. */
  | { readonly kind: 'rollback' }

/** The outcome of a batch or of another command. */
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
   * `UnconfirmedWriteError` if their outcomes are unknown.
   */
  run(command: Command): Promise<readonly Outcome[]>
  close(): Promise<void>
}
