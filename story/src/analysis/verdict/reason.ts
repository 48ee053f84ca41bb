/** Why the checker doesn't know something. Each reason names what was exhausted, so an author knows what would help. */
export type Reason =
  /** A search stopped after so many states, milliseconds or nodes of a diagram. */
  | { readonly kind: 'limit'; readonly of: 'states' | 'time' | 'nodes'; readonly value: number }
  /** The memory was not enough, not even for small searches. */
  | { readonly kind: 'memory' }
  /** Only some values of a parameter were tried. `parameter` is `entity.field` for a question before the first page. */
  | { readonly kind: 'sampled'; readonly function: string; readonly parameter: string }
  /** A number grows without end, and every value of it can matter. `variable` is `entity.field`. */
  | { readonly kind: 'unbounded'; readonly variable: string }
  /** A function, trigger or condition can do too many different things to list them all. */
  | { readonly kind: 'wide'; readonly program: string }
  /** A chain of triggers can be stopped by the engine after its last round. */
  | { readonly kind: 'trigger-limit'; readonly triggers: readonly string[] }
  /** The condition of a trigger can fail, so what it remembers can't be told from the state. */
  | { readonly kind: 'failing-condition'; readonly trigger: string }
  /** A path was found on the abstract states, but the engine refused to play it. */
  | { readonly kind: 'not-replayed' }

export type Reasons = readonly [Reason, ...Reason[]]
