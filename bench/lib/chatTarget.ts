import { now } from './clock.ts'
import type { WordTimes } from './wordTimes.ts'
import { request } from './request.ts'
import type { Target } from './target.ts'

/** Asks an OpenAI-compatible address itself. */
export function chatTarget(name: Target['name'], url: string, pid: number | null): Target {
  const takeTurn = async (words: string, marks: WordTimes): Promise<void> => {
    await request(`${url}/v1/chat/completions`, {
      method: 'POST',
      body: { model: 'fake', stream: true, messages: [{ role: 'user', content: words }] },
      onChunk: (chunk) => marks.add(chunk.toString('latin1'), now()),
    })
  }
  return { name, pid, open: () => Promise.resolve({ takeTurn, close: () => undefined }) }
}
