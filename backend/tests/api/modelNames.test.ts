import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createModelFromDbConfig } from '../../src/models/createModel.ts'
import { noParameters } from '../../src/models/parameters/modelParameters.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const named = (provider: string, modelName: string) => ({
  name: 'A',
  provider,
  modelName,
  baseUrl: provider === 'openai-compatible' || provider === 'ollama' ? 'http://127.0.0.1:9' : null,
})
const create = (provider: string, modelName: string) => app.send('POST', '/model-configs', named(provider, modelName))

describe('a model name that becomes part of a URL', () => {
  it.each([
    ['models/gemini-2.5-flash', 'enter "gemini-2.5-flash"'],
    ['models/models/gemini-2.5-flash', 'enter "gemini-2.5-flash"'],
    ['/models/gemini-2.5-flash', 'enter "gemini-2.5-flash"'],
    ['../v1/models/gemini-2.5-flash', 'Copy it from the model list'],
    ['models/../../upload', 'Copy it from the model list'],
    ['tunedModels/..', 'Copy it from the model list'],
    ['./gemini', 'Copy it from the model list'],
    ['gemini-2.5-flash?key=1', 'Copy it from the model list'],
    ['gemini-2.5-flash#x', 'Copy it from the model list'],
    ['gemini-2.5-flash:generateContent', 'Copy it from the model list'],
    ['gemini%2e%2e', 'Copy it from the model list'],
    ['gemini 2.5 flash', 'Copy it from the model list'],
    ['gemini\\flash', 'Copy it from the model list'],
  ])('is refused at its field: %s', async (modelName, hint) => {
    const saved = await create('google', modelName)
    expect([saved.status, saved.json().errors.modelName]).toEqual([422, expect.stringContaining(hint)])
    const tested = await app.send('POST', '/model-configs/test', named('google', modelName))
    expect([tested.status, tested.json().errors]).toEqual([422, saved.json().errors])
  })

  it.each(['gemini-2.5-flash', 'tunedModels/my-tale-7x', 'gemini-2.5-pro-preview-05-06'])(
    'is taken as its list has it: %s',
    async (modelName) => {
      const saved = await create('google', modelName)
      const path = modelName.includes('/') ? modelName : `models/${modelName}`
      expect(saved.json().resolvedUrl).toContain(`/v1beta/${path}:streamGenerateContent`)
    },
  )

  it('leads to no other path if it was stored before', async () => {
    const { url, seen } = await openProvider((response) => answerJson(response, 404, { error: { code: 404 } }))
    const model = await createModelFromDbConfig(
      {
        ...named('google', '../../files?x=1#y'),
        provider: 'google',
        baseUrl: url,
        exactAddress: false,
        inOnePiece: false,
        parameters: noParameters,
      },
      'a key of nobody',
    )
    const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Go.' }] }]
    await expect(model.doStream({ prompt })).rejects.toThrow()
    expect(seen[0]?.url).toBe('/v1beta/models/..%2F..%2Ffiles%3Fx%3D1%23y:streamGenerateContent?alt=sse')
  })
})

describe('a model name', () => {
  it.each([
    ['openrouter', 'meta-llama/llama-4-scout:free'],
    ['ollama', 'hf.co/bartowski/Quill-GGUF:Q4_K_M'],
    ['openai-compatible', '/models/quill 7b#2.gguf'],
    ['openai', 'ft:gpt-4o-mini:org::id'],
  ])('can have the marks that %s uses', async (provider, modelName) => {
    expect((await create(provider, modelName)).json()).toMatchObject({ modelName })
  })

  it.each(['quill\n2', 'quill\t2', 'quill\u20282'])('is one line of text: %j', async (modelName) => {
    const { status, json } = await create('openai', modelName)
    expect([status, Object.keys(json().errors)]).toEqual([422, ['modelName']])
  })

  it('that is not valid keeps one entry of a file out, and no other', async () => {
    const entries = [named('google', 'models/gemini-2.5-pro'), named('google', 'gemini-2.5-pro')]
    const file = { format: 'llm-gamebook/model-configs', version: 1, modelConfigs: entries }
    const { created, refused } = (await app.send('POST', '/model-configs/import', file)).json()
    expect([created.length, refused]).toMatchObject([
      1,
      [{ errors: { modelName: expect.stringContaining('Leave out') } }],
    ])
  })
})
