import { sleep } from '../../lib/clock.ts'
import { frameReader } from '../../lib/frameReader.ts'
import { countRequests, messageFor, readLog } from '../../lib/provider.ts'
import { request } from '../../lib/request.ts'

const POLL_EVERY_MS = 20

/**
 * Reads the session as its page does, but not compressed: the repeated turns would shrink far more than those of a real
 * story. Returns the bytes that arrived.
 */
export async function getSession(session: string): Promise<number> {
  let bytes = 0
  await request(session, { onChunk: (chunk) => (bytes += chunk.length) })
  return bytes
}

/** Opens the event stream until it has sent the snapshot. Returns the bytes that arrived. */
export async function readSnapshot(session: string): Promise<number> {
  let bytes = 0
  const closing = new AbortController()
  await new Promise<void>((resolve) => {
    const read = frameReader((frame) => {
      if (frame.includes('data: {"type":"snapshot"')) resolve()
    })
    const onChunk = (chunk: Buffer): void => {
      bytes += chunk.length
      read(chunk)
    }
    request(`${session}/events`, { onChunk, signal: closing.signal }).catch(() => undefined)
  })
  closing.abort()
  return bytes
}

/** Plays a short turn without looking at the session. */
export async function playUnseenTurn(session: string, providerUrl: string): Promise<void> {
  const next = await countRequests(providerUrl)
  const text = messageFor({ ttft: 0, tps: 0, tokens: 10 })
  await request(`${session}/messages`, { method: 'POST', body: { text } })
  while ((await readLog(providerUrl, next)).sent[0]?.endedAt == null) await sleep(POLL_EVERY_MS)
}
