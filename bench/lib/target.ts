import type { Marks } from './marks.ts'

/** Something that answers turns: the provider itself, the floor, or our server. */
export interface Target {
  readonly name: 'direct' | 'floor' | 'ours'
  /** Null where its processor time and memory are of no interest. */
  readonly pid: number | null
  open(): Promise<Seat>
}

/** One player's place. A turn fills the marks and returns when it has ended for the player. */
export interface Seat {
  takeTurn(words: string, marks: Marks): Promise<void>
  close(): void
}
