import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { SessionDetail } from '../../src/web/schemas/session.ts'
import { chatChunk, DONE, events } from '../support/providerStreams.ts'
import { openEvents } from '../support/eventStream.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { type LoggedApp, openLoggedApp } from '../support/loggedApp.ts'
import { answerJson, openProvider } from '../support/provider.ts'

/** Like none that a pattern would know. */
const KEY = 'Zq7+canary/0123=quill'
const ENVIRONMENT_KEY = 'Yw5+canary/4567=reed'
const HEADER_SECRET = 'Xw6+canary/8910=sedge'
const BODY_SECRET = 'Vt8+canary/1112=moss'
const FORMS = [KEY, ENVIRONMENT_KEY, HEADER_SECRET, BODY_SECRET].flatMap((key) => [
  key,
  key.toLowerCase(),
  encodeURIComponent(key),
  Buffer.from(key).toString('base64'),
])
const HUNTED = [...FORMS, 'canary']

const refuse = (response: ServerResponse): void =>
  answerJson(
    response,
    401,
    { error: { message: `Key ${KEY}, ${BODY_SECRET}, ${encodeURIComponent(KEY)}`, code: KEY, type: `t:${KEY}` } },
    { 'x-request-id': KEY },
  )

function tell(response: ServerResponse): void {
  const named = { model: `m-${KEY}` }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.end(
    events(chatChunk({ role: 'assistant', content: 'Wet grass.' }, null, named), chatChunk({}, 'stop', named)) + DONE,
  )
}

async function checkNothingLeaked(app: LoggedApp): Promise<void> {
  const everything = await app.readOutput()
  expect(everything).toContain('Echo')
  for (const form of HUNTED) expect(everything).not.toContain(form)
}

const idIn = (text: string): string => z.object({ id: z.string() }).parse(JSON.parse(text)).id

describe('a key that a provider echoes', () => {
  it.each([
    ['in a refusal', refuse, 'failed'],
    ['as the name of the model', tell, 'done'],
  ])('is not shown, logged or stored: %s', async (_where, answer, status) => {
    const app = await openLoggedApp()
    const { url } = await openProvider(answer)
    const draft = {
      provider: 'openai-compatible',
      modelName: 'quill-1',
      baseUrl: url,
      apiKey: KEY,
      extraBody: { token: BODY_SECRET },
    }
    await app.request('POST', '/model-configs/models', draft)
    await app.request('POST', '/model-configs/test', draft)
    const modelConfigId = idIn((await app.request('POST', '/model-configs', { name: 'Echo', ...draft })).text)
    await app.request('POST', `/model-configs/${modelConfigId}/test`)
    const id = idIn((await app.request('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId })).text)
    const listening = await openEvents(app.address, id)
    await app.waitForAnswer(id)
    app.record(JSON.stringify(listening.events))
    listening.close()
    const session = await app.request('GET', `/sessions/${id}`)
    expect(SessionDetail.parse(JSON.parse(session.text)).messages.at(-1)).toMatchObject({ status })
    await checkNothingLeaked(app)
  })
})

const Operations = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        requestBody: z
          .object({
            content: z.object({
              'application/json': z.object({ schema: z.looseObject({ $ref: z.string().optional() }) }),
            }),
          })
          .optional(),
      }),
    ),
  ),
})

describe('a key that is entered', () => {
  it('does not appear in any response, event, log line or problem', async () => {
    const app = await openLoggedApp({ OPENAI_API_KEY: ENVIRONMENT_KEY })
    const { url } = await openProvider(refuse)
    const fields = { name: 'Echo', provider: 'openai-compatible', modelName: 'quill-1', baseUrl: url }
    const config = {
      ...fields,
      apiKey: KEY,
      extraHeaders: { 'CF-Access-Client-Secret': HEADER_SECRET },
      extraBody: { plugins: [{ accessToken: BODY_SECRET }] },
    }
    const configId = idIn((await app.request('POST', '/model-configs', config)).text)
    await app.request('POST', '/model-configs', { name: 'Environment', provider: 'openai', modelName: 'gpt' })
    const opened = await app.request('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId: configId })
    const session = SessionDetail.parse(JSON.parse(opened.text))
    const listening = await openEvents(app.address, session.id)
    await app.waitForAnswer(session.id)

    const bodies: Readonly<Record<string, object>> = {
      ModelConfigCreate: config,
      ModelConfigUpdate: { ...config, apiKey: `  ${KEY}\n` },
      ModelConfigDraft: { ...config, id: configId },
      AddressDraft: { provider: 'openai-compatible', baseUrl: `${url}/?key=${KEY}`, id: configId },
      ModelConfigOrder: { ids: [configId] },
      ModelConfigImport: { format: 'llm-gamebook/model-configs', version: 1, modelConfigs: [config] },
      SessionCreate: { gamebookId: GARDEN_ID, modelConfigId: configId },
      MessageCreate: { text: 'I walk on.', modelConfigId: configId },
      MessageEdit: { text: 'I walk on.' },
    }
    const places: Readonly<Record<string, string>> = {
      '/model-configs/{id}': configId,
      '/sessions/{id}': session.id,
      '{messageId}': session.messages[0]?.id ?? '',
      '{parameter}': 'temperature',
      '{namespace}': 'test',
      '{name}': 'garden',
    }
    const place = (path: string): string =>
      Object.entries(places).reduce(
        (rest, [pattern, value]) => rest.replace(pattern, pattern.replace(/\{\w+\}/, value)),
        path.replace(/^\/api/, ''),
      )
    const { paths } = Operations.parse(JSON.parse((await app.request('GET', '/openapi.json')).text))
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { requestBody }]) => {
        const schema = requestBody?.content['application/json'].schema.$ref?.split('/').at(-1) ?? ''
        return { method: method.toUpperCase(), path, body: requestBody && (bodies[schema] ?? {}) }
      }),
    )
    const isEndless = ({ path }: { path: string }): boolean => path.endsWith('/events')
    const deletesLast = operations.toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))
    const reached: number[] = []
    for (const { method, path, body } of deletesLast.filter((operation) => !isEndless(operation))) {
      reached.push((await app.request(method, place(path), body)).status)
      await app.waitForAnswer(session.id)
      if (body !== undefined) await app.request(method, place(path), `{"apiKey": "${KEY}", `)
      if (body !== undefined)
        await app.request(method, place(path), { ...body, apiKey: `${KEY} ${KEY}`, [KEY.slice(0, 4)]: 1 })
    }
    await app.request('GET', `/${encodeURIComponent(KEY)}?key=${encodeURIComponent(KEY)}`)
    app.record(JSON.stringify(listening.events))
    listening.close()

    expect(operations.length).toBeGreaterThan(30)
    expect(reached.filter((status) => status < 300).length).toBeGreaterThan(20)
    expect(reached.filter((status) => status === 405 || status === 415 || (status >= 500 && status !== 502))).toEqual(
      [],
    )
    await checkNothingLeaked(app)
  })
})
