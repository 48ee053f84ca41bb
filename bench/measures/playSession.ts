import type { GamebookServer } from '../lib/gamebookServer.ts'
import { WordTimes } from '../lib/wordTimes.ts'
import { messageFor } from '../lib/provider.ts'
import { openClient } from '../lib/sessionTarget.ts'

const MESSAGE = messageFor({ ttft: 0, tps: 0, tokens: 60 })

/** Plays this many turns in a new session and returns the URL of its page. */
export async function playSession(server: GamebookServer, turns: number): Promise<string> {
  const id = await server.createSession()
  const client = await openClient(server, id)
  for (let turn = 0; turn < turns; turn += 1) await client.playTurn(MESSAGE, new WordTimes())
  client.close()
  return `${server.url}/sessions/${id}`
}
