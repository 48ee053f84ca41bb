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

/** Bends an answer; counted in its recorded pieces. */
export interface Tampering {
  /** Cut into pieces of so many bytes, across events and characters. */
  readonly bytes?: number
  /** Break the connection after so many pieces. */
  readonly cut?: number
  /** End cleanly after so many pieces. */
  readonly end?: number
  /** Fall silent after so many pieces. */
  readonly hang?: number
  /** Say the same in another form that the standard or the provider allows. */
  readonly rewrite?: (pieces: readonly string[]) => readonly string[]
}

export interface ReplayServer {
  /** The base address at which recordings of one provider are given one after another, and the last one for good. */
  address(ids: readonly string[], bend?: Tampering): string
  /** What was asked at an address, in order. */
  requests(address: string): readonly ReplayedRequest[]
  close(): Promise<void>
}

interface Script {
  readonly recordings: readonly Recording[]
  readonly bend: Tampering
  readonly requests: ReplayedRequest[]
}

/** Gives recorded answers on a free port of this machine. A path that the recording was not made for is a 404. */
export async function openReplayServer(): Promise<ReplayServer> {
  const scripts: Script[] = []
  const server = createServer((request, response) => {
    answer(request, response, scripts).catch((fault: unknown) => response.destroy(new Error(String(fault))))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address(ids, bend = {}) {
      const played = ids.map(getRecording)
      scripts.push({ recordings: played, bend, requests: [] })
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
  if (script === undefined) return refuse(response, `nothing is recorded at ${url}`)
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
  await replay(recording, script.bend, response)
}

async function replay(recording: Recording, bend: Tampering, response: ServerResponse): Promise<void> {
  const { status, headers, chunks, body = '' } = readAnswer(recording)
  response.writeHead(status, headers)
  response.flushHeaders()
  const { rewrite = (same) => same } = bend
  const pieces = inPieces(rewrite(chunks ?? [body]), bend)
  for (const [index, piece] of pieces.entries()) {
    if (index === bend.hang || index === bend.end) break
    if (index === bend.cut) {
      await new Promise((resolve) => setImmediate(resolve))
      return void response.destroy()
    }
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  if (bend.hang === undefined) response.end()
}

function inPieces(chunks: readonly string[], { bytes }: Tampering): readonly Buffer[] {
  if (bytes === undefined) return chunks.map((chunk) => Buffer.from(chunk))
  const all = Buffer.from(chunks.join(''))
  return Array.from({ length: Math.ceil(all.length / bytes) }, (_, index) =>
    all.subarray(index * bytes, (index + 1) * bytes),
  )
}

function isPathOf({ path }: Recording, asked: string): boolean {
  const wanted = path.split('/')
  const parts = asked.split('/')
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
