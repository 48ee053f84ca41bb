import type { Program } from './startProgram.ts'
import type { WordTimes } from './wordTimes.ts'

/** A server that answers turns: the provider itself, the baseline, or ours. */
export interface Target {
  readonly name: 'direct' | 'baseline' | 'ours'
  /** Null if its process is not measured. */
  readonly program: Program | null
  open(): Promise<Client>
}

/** One player. `playTurn` fills the word times and returns when the turn has ended for the player. */
export interface Client {
  playTurn(message: string, times: WordTimes): Promise<void>
  close(): void
}
