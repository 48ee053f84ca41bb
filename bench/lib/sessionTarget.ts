import { z } from 'zod'
import { now } from './clock.ts'
import { frameReader } from './frameReader.ts'
import type { GamebookServer } from './gamebookServer.ts'
import type { WordTimes } from './wordTimes.ts'
import { request } from './request.ts'
import type { Program } from './startProgram.ts'
import type { Client, Target } from './target.ts'

const Message = z.object({ role: z.string(), status: z.string() })
const LiveEvent = z.union([
  z.object({ type: z.literal('message-end'), message: Message }),
  z.object({ type: z.literal('snapshot'), session: z.object({ messages: z.array(Message) }) }),
  z.object({ type: z.string().transform(() => 'other' as const) }),
])

/** Plays sessions of our server: a turn is a POST, and its words arrive on the session's open event stream. */
export const sessionTarget = (server: GamebookServer): Target => ({
  name: 'ours',
  program: server,
  open: async () => openClient(server, await server.createSession()),
})

/** Resolves when the opening of the story is complete. */
export async function openClient({ url }: Program, sessionId: string): Promise<Client> {
  const session = `${url}/api/sessions/${sessionId}`
  const closing = new AbortController()
  let times: WordTimes | undefined
  let onEnd: () => void = () => undefined
  const opening = new Promise<void>((resolve) => (onEnd = resolve))

  const read = frameReader((frame) => {
    if (frame.startsWith('data: {"type":"part-delta"')) times?.add(frame, now())
    else if (isEndOfAnswer(frame)) onEnd()
  })
  void request(`${session}/events`, { onChunk: read, signal: closing.signal }).catch(() => undefined)
  await opening

  return {
    async playTurn(message, turnTimes) {
      times = turnTimes
      const ended = new Promise<void>((resolve) => (onEnd = resolve))
      await request(`${session}/messages`, { method: 'POST', body: { text: message } })
      await ended
    },
    close: () => closing.abort(),
  }
}

/** Whether an event ends the answer. If it ended before we subscribed, the snapshot contains it in full. */
function isEndOfAnswer(frame: string): boolean {
  if (!frame.startsWith('data: ')) return false
  const event = LiveEvent.parse(JSON.parse(frame.slice('data: '.length)))
  switch (event.type) {
    case 'message-end':
      return event.message.role === 'narrator'
    case 'snapshot':
      return event.session.messages.at(-1)?.status === 'done'
    case 'other':
      return false
  }
}
