import type { GamebookServer } from '../lib/gamebookServer.ts'
import { messageFor } from '../lib/provider.ts'
import { openClient } from '../lib/sessionTarget.ts'
import { WordTimes } from '../lib/wordTimes.ts'

const TURNS = 12
const SHORTEST_WORDS = 60
const LONGEST_WORDS = 120
/** The narrator calls a tool once in so many turns, so the answer has a receipt. */
const CALLS_EVERY = 4

/** Plays a short session with answers as long as those of real narrators, and returns it. */
export async function playPattern(server: GamebookServer): Promise<string> {
  const id = await server.createSession()
  const client = await openClient(server, id)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const tokens = Math.round(SHORTEST_WORDS + ((LONGEST_WORDS - SHORTEST_WORDS) * turn) / (TURNS - 1))
    const message = messageFor({ ttft: 0, tps: 0, tokens, callsTool: turn % CALLS_EVERY === 0 })
    await client.playTurn(message, new WordTimes())
  }
  client.close()
  return id
}
