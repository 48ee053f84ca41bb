import { createServer, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { sleep } from '../lib/clock.ts'

/**
 * An OpenAI-compatible provider that floods, stalls and lies. The model name of a request chooses how; an unknown one
 * gets a short proper answer.
 */
const MIB = 1024 * 1024
const chunk = (delta: object, finishReason: string | null = null): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finishReason }] })}\n\n`
const call = (args: string): string =>
  chunk({ tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'go_to', arguments: args } }] })

const ATTACKS: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
  'endless words': (response) => flood(response, chunk({ content: 'word '.repeat(2000) })),
  'endless thoughts': (response) => flood(response, chunk({ reasoning_content: 'hm '.repeat(2000) })),
  'endless small words': (response) => flood(response, chunk({ content: 'a ' }).repeat(200)),
  'endless line': (response) => flood(response, 'data: '.padEnd(MIB / 4, 'x')),
  'words of five megabytes': (response) => flood(response, chunk({ content: 'x'.repeat(5 * MIB) })),
  'endless arguments': (response) => flood(response, call('{"to": "'.padEnd(10_000, 'x'))),
  'endless calls': (response) => flood(response, call('{}')),
  'endless comments': (response) => flood(response, ': keep-alive\n\n'.repeat(500)),
  'endless empty events': (response) => flood(response, 'data: {"choices": null}\n\n'.repeat(500)),
  'deep nesting': (response) => flood(response, `data: ${'['.repeat(100_000)}\n\n`),
  brackets: (response) => flood(response, chunk({ content: '['.repeat(40_000) })),
  tags: (response) => flood(response, chunk({ content: '<'.repeat(40_000) })),
  silence: async () => {},
  drip: async (response) => {
    for (const letter of chunk({ content: 'slow' }).repeat(1000)) {
      if (response.destroyed) return
      response.write(letter)
      await sleep(50)
    }
  },
  'cut connection': async (response) => {
    response.write(chunk({ content: 'Half a ' }))
    await sleep(20)
    response.destroy()
  },
  'no end': async (response) => void response.end(chunk({ content: 'Half a' })),
  'endless error': (response) => flood(response, '<'.repeat(MIB / 4), { status: 500, type: 'text/html' }),
  'a lie about JSON': (response) => flood(response, '{"a": '.repeat(10_000), { type: 'application/json' }),
  'compressed zeros': async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' })
    await writeAll(response, gzipSync(Buffer.alloc(64 * MIB)))
  },
}

interface Answer {
  readonly status?: number
  readonly type?: string
}

async function flood(response: ServerResponse, piece: string, { status = 200, type }: Answer = {}): Promise<void> {
  response.writeHead(status, { 'content-type': type ?? 'text/event-stream' })
  const bytes = Buffer.from(piece)
  while (!response.destroyed) await writeAll(response, bytes)
}

/** Waits while the reader is behind. */
async function writeAll(response: ServerResponse, bytes: Buffer): Promise<void> {
  if (response.write(bytes)) return sleep(0)
  while (response.writableNeedDrain && !response.destroyed) await sleep(1)
}

const server = createServer((request, response) => {
  if (request.url === '/attacks') return void response.end(JSON.stringify(Object.keys(ATTACKS)))
  let body = ''
  request.on('data', (piece: Buffer) => (body += piece.toString()))
  request.on('end', () => {
    const [, model = ''] = /"model":"([^"]*)"/.exec(body) ?? []
    const attack = ATTACKS[model]
    if (attack !== undefined) return void attack(response).catch(() => response.destroy())
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(`${chunk({ content: 'A quiet word.' })}${chunk({}, 'stop')}data: [DONE]\n\n`)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') console.log(`provider at http://127.0.0.1:${address.port}`)
})
