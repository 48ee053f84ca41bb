import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { sleep } from '../../lib/clock.ts'
import { type KillableSettings, startKillable } from '../../lib/killableServer.ts'
import { request } from '../../lib/request.ts'
import type { KillCount } from './killCount.ts'

const PLAYERS = 4
const LONGEST_PLAY_MS = 1500
/** A session is replaced by a new one before it becomes long. */
const KILLS_PER_SESSION = 20

const WithId = z.object({ id: z.string() })
const Gamebooks = z.object({ data: z.array(WithId.extend({ playable: z.boolean() })) })
const Messages = z.array(
  z.object({ id: z.string(), status: z.string(), parts: z.array(z.unknown()), receipts: z.array(z.unknown()) }),
)
const Session = z.object({ messages: Messages, earlierCursor: z.string().nullable() })
const Earlier = z.object({ data: Messages, earlierCursor: z.string().nullable() })
const Accepted = z.object({ message: WithId })

/** What the server has acknowledged of a session, as JSON by message id; null for a message of a player. */
type Acknowledged = Map<string, string | null>

/**
 * Players of the built-in narrator send commands until the server is killed at a random time, and go on after it. Each
 * server gets its own settings, except those that create sessions.
 */
export async function killWhilePlaying(
  times: number,
  toSettings: () => KillableSettings = () => ({}),
): Promise<KillCount> {
  const folder = await mkdtemp(join(tmpdir(), 'llm-gamebook-kills-'))
  const total = { kills: times, checked: 0, lost: 0, broken: 0 }
  let sessions = new Map<string, Acknowledged>()
  for (let time = 0; time < times; time += 1) {
    const hasSessions = time % KILLS_PER_SESSION > 0
    const server = startKillable(folder, hasSessions ? toSettings() : {})
    const address = await server.ready
    try {
      if (address === null) throw new Error('The server did not start.')
      for (const [id, acknowledged] of sessions) {
        total.checked += acknowledged.size
        total.lost += countLost(acknowledged, await readStory(address, id))
      }
      if (!hasSessions) sessions = await createSessions(address)
      const playing = [...sessions].map(([id, acknowledged]) => play(address, id, acknowledged))
      await sleep(Math.random() * LONGEST_PLAY_MS)
      await server.kill()
      await Promise.all(playing)
    } catch {
      total.broken += 1
      await server.kill()
    }
  }
  await rm(folder, { recursive: true })
  return total
}

async function createSessions(address: string): Promise<Map<string, Acknowledged>> {
  const { data } = Gamebooks.parse(JSON.parse((await request(`${address}/api/gamebooks`)).text))
  const gamebookId = data.find(({ playable }) => playable)?.id
  const ids = Array.from({ length: PLAYERS }, async () => {
    const { text } = await request(`${address}/api/sessions`, { method: 'POST', body: { gamebookId } })
    return [WithId.parse(JSON.parse(text)).id, new Map()] as const
  })
  return new Map(await Promise.all(ids))
}

/** Sends a command as soon as the last answer is there. Ends with the server. */
async function play(address: string, id: string, acknowledged: Acknowledged): Promise<void> {
  const commands = ['look around', 'go on', 'take everything', 'wait']
  try {
    for (let turn = 0; ; turn += 1) {
      const messages = await readMessages(address, id)
      const finished = messages.filter(({ status }) => status === 'done')
      for (const message of finished) acknowledged.set(message.id, JSON.stringify(message))
      if (messages.at(-1)?.status === 'streaming') {
        await sleep(20)
        continue
      }
      const body = { text: commands[turn % commands.length] }
      // A refusal acknowledges nothing. If the server is killed, the next request fails, too.
      const accepted = await request(`${address}/api/sessions/${id}/messages`, { method: 'POST', body }).catch(
        () => null,
      )
      if (accepted !== null) acknowledged.set(Accepted.parse(JSON.parse(accepted.text)).message.id, null)
    }
  } catch {
    // The server is killed.
  }
}

const get = async (url: string): Promise<unknown> => JSON.parse((await request(url)).text)

/** The last ones. */
const readMessages = async (address: string, id: string): Promise<z.infer<typeof Messages>> =>
  Session.parse(await get(`${address}/api/sessions/${id}`)).messages

async function readStory(address: string, id: string): Promise<z.infer<typeof Messages>> {
  const url = `${address}/api/sessions/${id}`
  const { messages, earlierCursor } = Session.parse(await get(url))
  const story = [...messages]
  for (let cursor = earlierCursor; cursor !== null;) {
    const page = Earlier.parse(await get(`${url}/messages?limit=200&before=${encodeURIComponent(cursor)}`))
    story.unshift(...page.data)
    cursor = page.earlierCursor
  }
  return story
}

function countLost(acknowledged: Acknowledged, messages: z.infer<typeof Messages>): number {
  const stored = new Map(messages.map((message) => [message.id, JSON.stringify(message)]))
  return [...acknowledged].filter(([id, text]) => !stored.has(id) || (text !== null && stored.get(id) !== text)).length
}
