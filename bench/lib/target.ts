import type { WordTimes } from './wordTimes.ts'

/** Something that answers turns: the provider itself, the floor, or our server. */
export interface Target {
  readonly name: 'direct' | 'floor' | 'ours'
  /** Null where its processor time and memory are of no interest. */
  readonly pid: number | null
  open(): Promise<Client>
}

/** One player's place. A turn fills the marks and returns when it has ended for the player. */
export interface Client {
  takeTurn(words: string, marks: WordTimes): Promise<void>
  close(): void
}
