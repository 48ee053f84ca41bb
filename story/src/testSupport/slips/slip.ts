/** A mistake that an author makes in a line of a gamebook, and what must be said about it. */
export interface Slip {
  readonly kind: string
  /** Which lines can have it. */
  readonly at: RegExp
  /** What is in the line above. */
  readonly after?: RegExp
  /** Whether all lines of an element or a key have it: those below that start further right. */
  readonly isBlock?: boolean
  readonly make: (line: string) => string
  /** How many lines below the changed one the mistake is reported; 0 by default. */
  readonly below?: number
  readonly cause: RegExp
  readonly remedy: RegExp
}
