/** Why the engine refuses an action. The reason names only visible entities. */
export interface Refusal {
  readonly code: RefusalCode
  readonly reason: string
}

export type RefusalCode =
  | 'game-ended'
  | 'no-such-function'
  | 'bad-arguments'
  | 'not-enabled'
  | 'expression-error'
  | 'no-such-graph'
  | 'not-in-graph'
  | 'not-an-edge'
  | 'edge-closed'
  | 'requires-not-met'
  | 'no-such-field'
  | 'read-only'
  | 'wrong-type'
  | 'out-of-range'
  | 'not-in-list'
  | 'no-such-clock'
  | 'no-such-item'
  | 'not-at-hand'
  | 'inside-itself'
  | 'no-room'
  | 'not-held'
  | 'no-place'
  | 'no-such-entity'
  | 'too-many-effects'
  | 'no-such-speaker'
  | 'not-present'
  | 'no-such-topic'
