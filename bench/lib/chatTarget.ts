import { now } from './clock.ts'
import type { WordTimes } from './wordTimes.ts'
import { request } from './request.ts'
import type { Program } from './startProgram.ts'
import type { Target } from './target.ts'

/** Sends its requests directly to an OpenAI-compatible server. */
export function chatTarget(name: Target['name'], url: string, program: Program | null): Target {
  const playTurn = async (message: string, times: WordTimes): Promise<void> => {
    await request(`${url}/v1/chat/completions`, {
      method: 'POST',
      body: { model: 'fake', stream: true, messages: [{ role: 'user', content: message }] },
      onChunk: (chunk) => times.add(chunk.toString('latin1'), now()),
    })
  }
  return { name, program, open: () => Promise.resolve({ playTurn, close: () => undefined }) }
}
