/** One fragment of a call. What it leaves out stays as it was. */
export interface CallFragment {
  /** What tells calls apart, if the server says it. */
  readonly key?: string | undefined
  readonly id?: string
  readonly name?: string
  readonly arguments?: unknown
  /** Goes back to the provider with the call. */
  readonly signature?: string | undefined
  /** The arguments are complete, even if there are none. */
  readonly isComplete?: boolean
}

/** A call whose arguments are complete. */
export interface CompleteCall {
  /** Empty if the server gave none. */
  readonly id: string
  readonly name: string
  /** An object as JSON. A text in its place is a JSON string, which the story refuses. */
  readonly arguments: string
  readonly signature: string | undefined
}
