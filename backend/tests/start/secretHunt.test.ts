import type { ServerResponse } from 'node:http'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { z } from 'zod'

import { addFiles, makeFolder } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from '../support/garden.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { chatChunk, DONE, events } from '../support/providerStreams.ts'
import { startServerProcess } from '../support/serverProcess.ts'

/** One secret for each place in which one can be typed. No pattern would know them. */
const SENT = {
  apiKey: 'Zq7+canary/0123=quill',
  header: 'Xw6+canary/8910=sedge',
  bearer: 'Tk3.canary-2233~heath',
  field: 'Vt8+canary/1112=moss',
  nestedField: 'Rs9+canary/1314=fern',
  listedField: 'Qp1+canary/1516=thyme',
}
const NEVER_SENT = {
  userInUrl: 'On2-canary-1718-rush',
  query: 'Ml4-canary-1920-alder',
  password: 'Kj5-canary-2122-birch',
  serverSecret: 'Ih6-canary-2324-larch-of-the-server',
}

const formsOf = (secret: string): readonly string[] => [
  secret,
  secret.toUpperCase(),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
]
const ECHO = Object.values(SENT).flatMap(formsOf).join(' ')
// Without the end, which in base64 is padding and depends on what follows.
const HUNTED = [...Object.values(SENT), ...Object.values(NEVER_SENT)]
  .flatMap(formsOf)
  .map((form) => form.slice(0, -3).toLowerCase())

const inPieces = (text: string): readonly string[] => text.match(/.{1,7}/gs) ?? []

/** What a provider may send back of what it was sent, in turn. */
const echoes: readonly ((response: ServerResponse) => void)[] = [
  (response) =>
    answerJson(response, 401, { error: { message: ECHO, code: SENT.apiKey } }, { 'x-request-id': SENT.apiKey }),
  (response) => response.writeHead(403, { 'content-type': 'text/html' }).end(`<h1>Refused</h1><p>${ECHO}</p>`),
  (response) => stream(response, [...inPieces(ECHO).map((content) => chatChunk({ content })), chatChunk({}, 'stop')]),
  (response) =>
    stream(response, [
      ...inPieces(ECHO).map((text) => chatChunk({ reasoning_content: text })),
      chatChunk({ content: 'Wet grass.' }),
      chatChunk({}, 'stop', { model: SENT.apiKey }),
    ]),
  (response) => {
    const args = JSON.stringify({ to: ECHO })
    const call = (more: object) => chatChunk({ tool_calls: [{ index: 0, ...more }] })
    stream(response, [
      call({ id: 'c1', type: 'function', function: { name: 'walk_to', arguments: '' } }),
      ...inPieces(args).map((piece) => call({ function: { arguments: piece } })),
      chatChunk({}, 'tool_calls'),
    ])
  },
  (response) => stream(response, [chatChunk({ content: 'Wet' }), { error: { message: ECHO, code: SENT.field } }]),
]

function stream(response: ServerResponse, chunks: readonly object[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-key': SENT.apiKey })
  response.end(events(...chunks) + DONE)
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'latin1')] as const)))
}

const Known = z.looseObject({ id: z.string().optional(), status: z.string().optional() })

it(
  'no secret that is typed is found in a response, the log or a file of the server',
  { timeout: 120_000 },
  async () => {
    let asked = 0
    const provider = await openProvider((response, { method }) => {
      if (method === 'GET') return answerJson(response, 200, { data: [{ id: 'quill-1' }, { id: ECHO }] })
      asked += 1
      return echoes[asked % echoes.length]?.(response)
    })
    const folder = await makeFolder()
    await addFiles(folder, { 'gamebooks/test/garden/llm-gamebook.yaml': GARDEN })
    const server = startServerProcess({
      LLM_GAMEBOOK_DATA_DIR: folder,
      LLM_GAMEBOOK_PORT: '0',
      LLM_GAMEBOOK_PASSWORD: NEVER_SENT.password,
      LLM_GAMEBOOK_SECRET: NEVER_SENT.serverSecret,
      LOG_LEVEL: 'trace',
    })
    const address = await server.ready
    const seen = new Map<string, string>()
    const send = async (method: string, path: string, body?: object): Promise<z.infer<typeof Known>> => {
      const authorization = `Basic ${Buffer.from(`me:${NEVER_SENT.password}`).toString('base64')}`
      const headers = { authorization, ...(body && { 'content-type': 'application/json' }) }
      const response = await fetch(`${address}/api${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = path.endsWith('/events') ? await readStart(response) : await response.text()
      seen.set(`${seen.size} ${method} ${path} ${response.status}`, text + JSON.stringify([...response.headers]))
      return Known.safeParse(text.startsWith('{') ? JSON.parse(text) : {}).data ?? {}
    }
    const config = {
      name: 'Echo',
      provider: 'openai-compatible',
      modelName: 'quill-1',
      baseUrl: provider.url,
      apiKey: SENT.apiKey,
      extraHeaders: { 'CF-Access-Client-Secret': SENT.header, 'X-Authorization': `Bearer ${SENT.bearer}` },
      extraBody: {
        api_key: SENT.field,
        provider: { token: SENT.nestedField },
        plugins: [{ headers: { Authorization: `Bearer ${SENT.listedField}` } }],
      },
    }
    const { id = '' } = await send('POST', '/model-configs', config)
    expect(id).not.toBe('')
    const { host } = new URL(provider.url)
    for (const baseUrl of [
      `http://me:${NEVER_SENT.userInUrl}@${host}/v1`,
      `${provider.url}/v1?key=${NEVER_SENT.query}`,
    ]) {
      await send('POST', '/model-configs/address', { provider: config.provider, baseUrl })
      await send('POST', '/model-configs', { ...config, name: baseUrl.slice(-4), baseUrl })
      await send('POST', '/model-configs/models', { ...config, baseUrl })
    }
    await send('POST', '/model-configs/models', config)
    for (let times = 0; times < 3; times += 1) {
      await send('POST', '/model-configs/test', config)
      await send('POST', `/model-configs/${id}/test`)
    }
    await send('POST', `/model-configs/${id}/duplicate`)
    const session = (await send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId: id })).id ?? ''
    for (let turn = 0; turn < 2 * echoes.length; turn += 1) {
      await vi.waitFor(
        async () => expect(JSON.stringify(await send('GET', `/sessions/${session}`))).not.toContain('"streaming"'),
        {
          timeout: 20_000,
        },
      )
      await send('POST', `/sessions/${session}/messages`, { text: 'I walk on.', modelConfigId: id })
      await send('GET', `/sessions/${session}/events`)
    }
    for (const path of ['', '/export', `/${id}`]) await send('GET', `/model-configs${path}`)
    for (const path of ['/sessions', `/sessions/${session}/state`, '/health', '/providers', '/docs', '/openapi.json']) {
      await send('GET', path)
    }
    const backups = async () => [...(await readFiles(folder)).keys()].filter((path) => /backups.*sqlite$/.test(path))
    await vi.waitFor(async () => expect(await backups()).toHaveLength(1), { timeout: 20_000 })
    const whileRunning = await readFiles(folder)
    expect([...whileRunning.keys()].some((path) => path.endsWith('-wal'))).toBe(true)
    server.child.kill('SIGTERM')
    const { out, errors } = await server.ended

    expect(asked).toBeGreaterThan(2 * echoes.length)
    const places = [
      ...seen,
      ...whileRunning,
      ...(await readFiles(folder)),
      ['output', out] as const,
      ['log', errors] as const,
    ]
    const found = places.flatMap(([place, text]) => {
      const searched = text.toLowerCase()
      return HUNTED.filter((form) => searched.includes(form)).map((form) => `${form} in ${place}`)
    })
    expect(found).toEqual([])
  },
)

/** The snapshot of a stream of events. */
async function readStart(response: Response): Promise<string> {
  let text = ''
  if (response.body === null) return text
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    text += piece
    if (text.includes('\n\n') && (text.includes('message-end') || !text.includes('"streaming"'))) break
  }
  return text
}
