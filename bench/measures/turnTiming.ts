import { now } from '../lib/clock.ts'
import { WordTimes } from '../lib/wordTimes.ts'
import type { SentAnswer } from '../lib/provider.ts'
import type { Client } from '../lib/target.ts'

export interface TurnTiming {
  readonly startedAt: number
  readonly marks: WordTimes
}

const TIMEOUT_MS = 60_000

export async function playTurn(seat: Client, words: string): Promise<TurnTiming> {
  const marks = new WordTimes()
  const startedAt = now()
  const timer = Promise.withResolvers<never>()
  const timeout = setTimeout(() => timer.reject(new Error('The turn did not end within a minute.')), TIMEOUT_MS)
  await Promise.race([seat.takeTurn(words, marks), timer.promise])
  clearTimeout(timeout)
  return { startedAt, marks }
}

export interface Delays {
  /** Sending the words → the provider has them, plus its first word written → that word is here. */
  readonly addedFirstWord: number[]
  /** Word written → word here, of every word. */
  readonly words: number[]
}

/** In milliseconds. */
export function delaysOf(turns: readonly TurnTiming[], log: readonly SentAnswer[]): Delays {
  const sentByRequest = new Map(log.map((sent) => [sent.request, sent]))
  const delays: Delays = { addedFirstWord: [], words: [] }
  for (const { startedAt, marks } of turns) {
    const sent = sentByRequest.get(marks.request ?? -1)
    if (!sent) continue
    sent.wordsAt.forEach((writtenAt, word) => {
      const arrivedAt = marks.arrivedAt.get(word)
      if (arrivedAt === undefined) return
      const delay = (arrivedAt - writtenAt) / 1000
      delays.words.push(delay)
      if (word === 0) delays.addedFirstWord.push((sent.receivedAt - startedAt) / 1000 + delay)
    })
  }
  return delays
}
