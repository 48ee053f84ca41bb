import { request as httpRequest } from 'node:http'

import type { HostileRequest } from './hostileRequests.ts'

export interface HostileAnswer {
  readonly status: number
  readonly body: string
}

/** A busy machine takes several seconds to begin a check. */
const PATIENCE_MS = 60_000

/** Sends a request as it is. Null if there is no answer in time; streams of events are closed after their first piece. */
export function sendHostile(
  address: string,
  { method, path, headers, body }: HostileRequest,
): Promise<HostileAnswer | null> {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = httpRequest({ hostname, port, method, path, headers: { ...headers, ...length }, agent: false })
    const limit = setTimeout(() => end(null), PATIENCE_MS)
    const end = (answer: HostileAnswer | null): void => {
      clearTimeout(limit)
      resolve(answer)
      sent.destroy()
    }
    sent.on('response', (response) => {
      const status = response.statusCode ?? 0
      const isLive = path.includes('/events') && status === 200
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        text += piece
        if (isLive) end({ status, body: text })
      })
      response.on('end', () => end({ status, body: text }))
      response.on('error', () => end({ status, body: text }))
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit)
      // The server may answer and close before it has read all of the body.
      if (error.code === 'EPIPE' || error.code === 'ECONNRESET') resolve({ status: 0, body: '' })
      else reject(error)
    })
    sent.end(body)
  })
}
