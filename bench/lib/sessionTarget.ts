import { z } from 'zod'
import { now } from './clock.ts'
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

/** Plays sessions of our server: a turn is a POST, its words come over the session's event stream, which stays open. */
export const sessionTarget = (server: GamebookServer): Target => ({
  name: 'ours',
  pid: server.pid,
  open: async () => openClient(server, await server.createSession()),
})

/** Ready when the opening of the story is over. */
export async function openClient({ url }: Program, sessionId: string): Promise<Client> {
  const session = `${url}/api/sessions/${sessionId}`
  const closing = new AbortController()
  let marks: WordTimes | undefined
  let onEnd: () => void = () => undefined
  const opening = new Promise<void>((resolve) => (onEnd = resolve))

  const read = frameReader((frame) => {
    if (frame.startsWith('data: {"type":"part-delta"')) marks?.add(frame, now())
    else if (isEndOfAnswer(frame)) onEnd()
  })
  void request(`${session}/events`, { onChunk: read, signal: closing.signal }).catch(() => undefined)
  await opening

  return {
    async takeTurn(words, turnMarks) {
      marks = turnMarks
      const ended = new Promise<void>((resolve) => (onEnd = resolve))
      await request(`${session}/messages`, { method: 'POST', body: { text: words } })
      await ended
    },
    close: () => closing.abort(),
  }
}

/** The answer is over; where it was over before we listened, the snapshot has it whole. */
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

/** Cuts the bytes of an event stream into its events. */
function frameReader(onFrame: (frame: string) => void): (chunk: Buffer) => void {
  let rest = ''
  return (chunk) => {
    const frames = (rest + chunk.toString('latin1')).split('\n\n')
    rest = frames.pop() ?? ''
    frames.forEach(onFrame)
  }
}
