import { setImmediate } from 'node:timers/promises'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'

import { createServices } from '../../src/createServices.ts'
import { createLogger } from '../../src/logger.ts'
import { createApp } from '../../src/web/app.ts'
import { ModelConfigResponse } from '../../src/web/schemas/modelConfig.ts'
import { chat, messagesEnd, messagesStart, textBlock, typedEvents } from '../support/providerStreams.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { openLoggedApp } from '../support/loggedApp.ts'
import { answerJson, openProvider, type SeenRequest } from '../support/provider.ts'
import { openTestApp } from '../support/testApp.ts'

const isOf = ({ headers }: SeenRequest, key: string): boolean =>
  headers['x-api-key'] === key || headers.authorization === `Bearer ${key}`

function tell(response: ServerResponse, provider: string, words: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.end(
    provider === 'anthropic'
      ? typedEvents(messagesStart, ...textBlock(0, words), ...messagesEnd('end_turn'))
      : chat({ content: words }),
  )
}

describe('two configs of one provider with two keys', () => {
  it.each(['anthropic', 'openai-compatible', 'mistral', 'openrouter'])('never mix: %s', async (provider) => {
    const app = await openLoggedApp()
    const keys = ['sk-first-0123456789', 'sk-second-9876543210']
    const { url } = await openProvider((response, request) => {
      const index = keys.findIndex((key) => isOf(request, key))
      if (index === -1) return answerJson(response, 401, { error: { message: 'Whose?' } })
      if (request.method === 'GET') return answerJson(response, 200, { data: [{ id: `of-${index}` }] })
      return setTimeout(() => tell(response, provider, `I am of ${index}.`), 5)
    })
    const fields = { provider, modelName: 'same', baseUrl: url }
    const ids = await Promise.all(
      keys.map((apiKey, index) => app.createConfig({ name: `Config ${index}`, ...fields, apiKey })),
    )
    const turns = [0, 1, 0, 1, 0, 1].map(async (index) => {
      const id = await app.createSession(ids[index] ?? '')
      await app.waitForAnswer(id)
      const [message] = (await app.session(id)).messages
      return [index, message?.modelConfigId === ids[index], message?.parts] as const
    })
    const lists = keys.map(async (_key, index) => {
      const { text } = await app.request('POST', '/model-configs/models', { ...fields, id: ids[index] })
      return text
    })
    for (const [index, isSame, parts] of await Promise.all(turns)) {
      expect([isSame, parts]).toMatchObject([true, [{ text: `I am of ${index}.` }]])
    }
    expect(await Promise.all(lists)).toEqual([expect.stringContaining('"of-0"'), expect.stringContaining('"of-1"')])
  })
})

describe('a model config that is deleted during a turn', () => {
  it('does not end the turn, and the session shows its fallback', async () => {
    const app = await openLoggedApp()
    const gate = Promise.withResolvers<void>()
    const { url, seen } = await openProvider((response) => {
      void gate.promise.then(() => tell(response, 'openai-compatible', 'Wet grass.'))
    })
    const config = { name: 'Gone', provider: 'openai-compatible', modelName: 'm', baseUrl: url, apiKey: 'sk-of-gone' }
    const modelConfigId = await app.createConfig(config)
    const id = await app.createSession(modelConfigId)
    while (seen.length === 0) await setImmediate()
    expect((await app.request('DELETE', `/model-configs/${modelConfigId}`)).status).toBe(204)
    gate.resolve()
    await app.waitForAnswer(id)
    const session = await app.session(id)
    expect(session.messages[0]).toMatchObject({
      status: 'done',
      modelConfigId,
      model: { configName: 'Gone', requestedModel: 'm' },
      parts: [{ text: 'Wet grass.' }],
    })
    expect(session.modelConfig).toMatchObject({ name: 'Built-in narrator', fallback: true })
    await app.request('POST', `/sessions/${id}/messages`, { text: 'I walk on.' })
    await app.waitForAnswer(id)
    const { messages } = await app.session(id)
    expect(messages.at(-1)).toMatchObject({ status: 'done', model: { configName: 'Built-in narrator' } })
  })
})

describe('a key of the environment', () => {
  it('is named by its variable, yields to a stored key, and is not used at another host', async () => {
    const app = await openLoggedApp({ OPENAI_API_KEY: 'sk-environment-5678' })
    const keyOf = async (fields: object) => {
      const id = await app.createConfig({ provider: 'openai', ...fields })
      return ModelConfigResponse.parse(JSON.parse((await app.request('GET', `/model-configs/${id}`)).text)).apiKey
    }
    const environmentVariable = 'OPENAI_API_KEY'
    expect(await keyOf({})).toEqual({ source: 'environment', lastFour: '5678', environmentVariable })
    expect(await keyOf({ apiKey: 'sk-stored-1234' })).toEqual({
      source: 'stored',
      lastFour: '1234',
      environmentVariable,
    })
    expect(await keyOf({ baseUrl: 'http://127.0.0.1:9100' })).toEqual({ source: 'none' })
  })
})

describe('a key that was encrypted with another secret', () => {
  it('is unreadable rather than empty, and is not lost', async () => {
    const test = await openTestApp()
    const config = { name: 'A', provider: 'openai', modelName: 'm', apiKey: 'sk-0123456789' }
    const { id } = (await test.send('POST', '/model-configs', config)).json()
    const logger = createLogger('silent')
    const { db } = test.services
    const services = createServices({ db, secret: 'another secret', folders: test.folders, logger })
    const app = await createApp(services, { logger, host: '127.0.0.1', password: null, webAppFolder: null })
    const ask = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
      app.inject({ method, url: `/api${url}`, headers: { host: 'localhost' }, ...(payload && { payload }) })

    expect((await ask('GET', `/model-configs/${id}`)).json().apiKey).toEqual({ source: 'unreadable' })
    for (const answer of [
      await ask('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId: id }),
      await ask('POST', `/model-configs/${id}/test`),
      await ask('POST', '/model-configs/models', { provider: 'openai', modelName: 'm', id }),
    ]) {
      expect(answer.json()).toMatchObject({ status: 409, code: 'unreadable-key', hint: 'Enter the key again.' })
    }
    const { apiKey, ...rest } = config
    await ask('PUT', `/model-configs/${id}`, { ...rest, name: 'Renamed' })
    await app.close()
    expect((await test.get(`/model-configs/${id}`)).json()).toMatchObject({
      name: 'Renamed',
      apiKey: { source: 'stored', lastFour: apiKey.slice(-4) },
    })
  })
})
