import { describe, expect, it } from 'vitest'

import { ModelConfigImported } from '../../src/web/schemas/modelConfigFile.ts'
import { fakeModel, finish, text, toolCall } from '../support/fakeModel.ts'
import { makeLibraryFolders } from '../support/gamebookFolder.ts'
import { GARDEN } from '../support/garden.ts'
import { getSession, sendMessage, startSession, textOf, textsOf } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

/** PostgreSQL stores no NUL, and UTF-8 no half of a surrogate pair. */
const CHARACTERS = [
  ['NUL', '\0'],
  ['half of a pair', '\uD83D'],
] as const

const model = { name: 'A', provider: 'openai-compatible', modelName: 'm', baseUrl: 'https://llm.example.org/v1' }

type Request = (bad: string) => readonly [method: 'POST' | 'PUT' | 'PATCH' | 'GET', path: string, body?: object]

const requests: Record<string, Request> = {
  baseUrl: (bad) => ['POST', '/model-configs', { ...model, baseUrl: `https://llm.example.org/${bad}` }],
  apiKey: (bad) => ['POST', '/model-configs', { ...model, apiKey: `sk-${bad}-0123456789` }],
  'extraHeaders.X-Team': (bad) => ['POST', '/model-configs', { ...model, extraHeaders: { 'X-Team': `a${bad}` } }],
  'extraBody.a.0': (bad) => ['POST', '/model-configs', { ...model, extraBody: { a: [`b${bad}`] } }],
  extraBody: (bad) => ['POST', '/model-configs', { ...model, extraBody: { [`a${bad}`]: 1 } }],
}

describe.each(CHARACTERS)('a text with %s', (_, bad) => {
  it.each(Object.entries(requests))('is refused in %s, naming the field', async (field, request) => {
    const test = await openTestApp()
    const [method, path, body] = request(bad)
    const answer = method === 'GET' ? await test.get(path) : await test.send(method, path, body)
    const { status, errors = {} } = problemIn(answer)
    expect([status, Object.keys(errors)[0]]).toEqual([422, field])
  })

  it('is refused in the path and the query', async () => {
    const test = await openTestApp()
    const encoded = bad === '\0' ? '%00' : '%ED%A0%BD'
    for (const path of [
      `/sessions?gamebookId=a${encoded}`,
      `/sessions?cursor=a${encoded}`,
      `/gamebooks/a/b${encoded}`,
    ]) {
      expect((await test.get(path)).statusCode, path).toBeLessThan(500)
    }
  })

  it('loses the character in messages, names and titles', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const { messages } = await sendMessage(test, id, `I${bad} go`)
    expect(textsOf({ messages })).toContain('I go')
    expect((await test.send('PATCH', `/sessions/${id}`, { title: `Wet${bad} grass` })).json().title).toBe('Wet grass')
    const edited = await test.send('POST', `/sessions/${id}/messages/${messages[1]?.id}/edit`, { text: `No${bad}` })
    expect(edited.statusCode).toBeLessThan(500)
    const named = await test.send('POST', '/model-configs', { ...model, name: `A${bad}`, modelName: `m${bad}` })
    expect(named.json()).toMatchObject({ name: 'A', modelName: 'm' })
    expect((await test.send('POST', '/gamebooks', { title: `New${bad} book` })).json().title).toBe('New book')
  })

  it('is refused in an entry of an imported file, and in no other entry', async () => {
    const test = await openTestApp()
    const file = {
      format: 'llm-gamebook/model-configs',
      version: 1,
      modelConfigs: [{ ...model, extraHeaders: { 'X-A': bad } }, { ...model, extraBody: { [bad]: 1 } }, model],
    }
    const answer = await test.send('POST', '/model-configs/import', file)
    const { created, refused } = ModelConfigImported.parse(answer.json())
    expect(created.map(({ name }) => name)).toEqual(['A'])
    expect(refused.map(({ index, errors }) => [index, Object.keys(errors)])).toEqual([
      [0, ['extraHeaders.X-A']],
      [1, ['extraBody']],
    ])
  })

  it('is a diagnostic in a gamebook that is sent or found in the folder', async () => {
    const escape = bad === '\0' ? String.raw`\0` : String.raw`\uD83D`
    const source = GARDEN.replace('title: The Garden Gate', `title: "The${escape} Gate"`)
    const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': source })
    const test = await openTestApp({ folders })
    expect((await test.get('/gamebooks/test/garden')).json()).toMatchObject({
      playable: false,
      diagnostics: [{ code: 'yaml-syntax', line: 1 }],
    })
    expect(problemIn(await test.send('POST', '/sessions', { gamebookId: 'test/garden' })).status).toBe(409)
    expect((await test.send('POST', '/gamebooks', { title: 'A', yaml: source })).json()).toMatchObject({
      playable: false,
    })
    const raw = await test.send('POST', '/gamebooks', { title: 'A', yaml: GARDEN.replace('Gate', bad) })
    expect(raw.statusCode).toBe(201)
  })
})

describe('a narrator', () => {
  it.each(CHARACTERS)('may send %s in a text and in a call', async (_, bad) => {
    const answers = [
      text(`You${bad} stand`),
      toolCall(`walk${bad}to`, JSON.stringify({ to: `iron${bad}gate` })),
      text('You stay.'),
    ]
    const test: TestApp = await openTestApp({ model: fakeModel(...answers) })
    const { id } = await startSession(test)
    const session = await sendMessage(test, id, 'I walk.')
    expect(session.messages.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
    expect(await getSession(test, id)).toEqual(session)
    expect(textOf(session.messages[0] ?? { parts: [] })).not.toContain('\0')
  })

  it('may split a character between two parts of a text', async () => {
    const [first, second] = ['\uD83D', '\uDE00']
    const parts = [...text(`A ${first}`, `${second} b`).slice(0, -1), finish('stop')]
    const test = await openTestApp({ model: fakeModel(parts) })
    const { messages } = await startSession(test)
    expect(textsOf({ messages })).toEqual(['A 😀 b'])
  })
})
