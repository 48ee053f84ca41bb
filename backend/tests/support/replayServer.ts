import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'

import { getRecording, readAnswer, type Recording } from './recordings.ts'

export interface ReplayedRequest {
  readonly url: string
  /** The recording that answered it. */
  readonly recording: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
  /** Settles when the connection of a request that was not answered whole is closed. */
  readonly closed: Promise<void>
}

/** Changes a recorded answer; the numbers count its recorded chunks. */
export interface Tampering {
  /** Splits the answer into chunks of this many bytes, across events and characters. */
  readonly bytes?: number
  /** Breaks the connection after this many chunks. */
  readonly cut?: number
  /** Ends cleanly after this many chunks. */
  readonly end?: number
  /** Sends nothing more after this many chunks. */
  readonly hang?: number
  /** Writes the same answer in another form that the standard or the provider allows. */
  readonly rewrite?: (chunks: readonly string[]) => readonly string[]
}

export interface ReplayServer {
  /** A new base URL that serves recordings of one provider in order, and then repeats the last one. */
  address(ids: readonly string[], tampering?: Tampering): string
  /** The requests at a base URL, in order. */
  requests(address: string): readonly ReplayedRequest[]
  close(): Promise<void>
}

interface Script {
  readonly recordings: readonly Recording[]
  readonly tampering: Tampering
  readonly requests: ReplayedRequest[]
}

/** Serves recorded answers on a free local port. A path without a recording is a 404. */
export async function openReplayServer(): Promise<ReplayServer> {
  const scripts: Script[] = []
  const server = createServer((request, response) => {
    answer(request, response, scripts).catch((error: unknown) => response.destroy(new Error(String(error))))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address(ids, tampering = {}) {
      const recorded = ids.map(getRecording)
      scripts.push({ recordings: recorded, tampering, requests: [] })
      return `http://127.0.0.1:${port}/replay/${scripts.length - 1}`
    },
    requests: (address) => scripts[Number(address.split('/').at(-1))]?.requests ?? [],
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, scripts: readonly Script[]): Promise<void> {
  const url = request.url ?? ''
  const [, number = '', path = ''] = /^\/replay\/(\d+)(\/[^?]*)/.exec(url) ?? []
  const script = scripts[Number(number)]
  if (script === undefined) return refuse(response, `no recording at ${url}`)
  const recording = script.recordings[Math.min(script.requests.length, script.recordings.length - 1)]
  if (recording === undefined || recording.method !== request.method || !isPathOf(recording, path)) {
    return refuse(response, `${recording?.id ?? ''} answers ${recording?.path ?? ''}, not ${request.method} ${path}`)
  }
  const closed = once(response, 'close').then(() => {})
  script.requests.push({
    url,
    recording: recording.id,
    headers: request.headers,
    body: await readBody(request),
    closed,
  })
  await replay(recording, script.tampering, response)
}

async function replay(recording: Recording, tampering: Tampering, response: ServerResponse): Promise<void> {
  const { status, headers, chunks, body = '' } = readAnswer(recording)
  response.writeHead(status, headers)
  response.flushHeaders()
  const { rewrite = (same) => same } = tampering
  const written = splitIntoChunks(rewrite(chunks ?? [body]), tampering)
  for (const [index, chunk] of written.entries()) {
    if (index === tampering.hang || index === tampering.end) break
    if (index === tampering.cut) {
      await new Promise((resolve) => setImmediate(resolve))
      return void response.destroy()
    }
    if (!response.write(chunk)) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  if (tampering.hang === undefined) response.end()
}

function splitIntoChunks(chunks: readonly string[], { bytes }: Tampering): readonly Buffer[] {
  if (bytes === undefined) return chunks.map((chunk) => Buffer.from(chunk))
  const all = Buffer.from(chunks.join(''))
  return Array.from({ length: Math.ceil(all.length / bytes) }, (_, index) =>
    all.subarray(index * bytes, (index + 1) * bytes),
  )
}

function isPathOf({ path }: Recording, requested: string): boolean {
  const wanted = path.split('/')
  const parts = requested.split('/')
  return wanted.length === parts.length && wanted.every((want, index) => isSegmentOf(want, parts[index] ?? ''))
}

/** `{model}` is any name; `:*` any action. */
function isSegmentOf(wanted: string, part: string): boolean {
  if (!wanted.startsWith('{model}')) return wanted === part
  const action = wanted.slice('{model}'.length)
  return action === ':*' ? /^[^:]+:\w+$/.test(part) : part.endsWith(action) && part.length > action.length
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const text = Buffer.concat(await request.toArray()).toString()
  return text === '' ? undefined : JSON.parse(text)
}

function refuse(response: ServerResponse, reason: string): void {
  response.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify({ replay: reason }))
}
