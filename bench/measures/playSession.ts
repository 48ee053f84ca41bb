import type { GamebookServer } from '../lib/gamebookServer.ts'
import { WordTimes } from '../lib/wordTimes.ts'
import { wordsFor } from '../lib/provider.ts'
import { openClient } from '../lib/sessionTarget.ts'

const WORDS = wordsFor({ ttft: 0, tps: 0, tokens: 60 })

/** The address of a session's page that has had so many turns. */
export async function playSession(server: GamebookServer, turns: number): Promise<string> {
  const id = await server.createSession()
  const seat = await openClient(server, id)
  for (let turn = 0; turn < turns; turn += 1) await seat.takeTurn(WORDS, new WordTimes())
  seat.close()
  return `${server.url}/sessions/${id}`
}
