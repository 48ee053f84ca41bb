import { now } from '../lib/clock.ts'
import { WordTimes } from '../lib/wordTimes.ts'
import type { SentAnswer } from '../lib/provider.ts'
import type { Client } from '../lib/target.ts'

export interface TurnTiming {
  readonly startedAt: number
  readonly times: WordTimes
}

const TIMEOUT_MS = 60_000

export async function playTurn(client: Client, message: string): Promise<TurnTiming> {
  const times = new WordTimes()
  const startedAt = now()
  const timer = Promise.withResolvers<never>()
  const timeout = setTimeout(() => timer.reject(new Error('The turn did not end within a minute.')), TIMEOUT_MS)
  await Promise.race([client.playTurn(message, times), timer.promise])
  clearTimeout(timeout)
  return { startedAt, times }
}

export interface Delays {
  /** From sending the message to its arrival at the provider, plus from its first written word to that word's arrival. */
  readonly addedFirstWord: number[]
  /** From each written word to its arrival. */
  readonly words: number[]
}

/** Delays in milliseconds. */
export function delaysOf(turns: readonly TurnTiming[], log: readonly SentAnswer[]): Delays {
  const sentByRequest = new Map(log.map((sent) => [sent.request, sent]))
  const delays: Delays = { addedFirstWord: [], words: [] }
  for (const { startedAt, times } of turns) {
    const sent = sentByRequest.get(times.request ?? -1)
    if (!sent) continue
    sent.wordsAt.forEach((writtenAt, word) => {
      const arrivedAt = times.arrivedAt.get(word)
      if (arrivedAt === undefined) return
      const delay = (arrivedAt - writtenAt) / 1000
      delays.words.push(delay)
      if (word === 0) delays.addedFirstWord.push((sent.receivedAt - startedAt) / 1000 + delay)
    })
  }
  return delays
}
