import { describe, expect, it } from 'vitest'

import { ModelConfigExport } from '../../src/web/schemas/modelConfigFile.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const KEY = 'sk-canary-0123456789abcdef'
const model = {
  name: 'Quill',
  provider: 'openai-compatible',
  modelName: 'quill-1',
  baseUrl: 'https://llm.example.org/v1',
  temperature: 0.5,
  extraHeaders: { 'X-Team': 'garden', 'X-Token': 'tok-secret-1' },
  extraBody: { max_tokens_to_think: 5, session_key: 'tok-secret-2' },
  inOnePiece: true,
}

async function exportFrom(test: TestApp): Promise<ModelConfigExport> {
  return ModelConfigExport.parse((await test.get('/model-configs/export')).json())
}

describe('an export of model configs', () => {
  it('contains all of them, in order, without secrets', async () => {
    const test = await openTestApp()
    const { id } = (await test.send('POST', '/model-configs', { ...model, apiKey: KEY })).json()
    await test.send('PUT', '/model-configs/order', { ids: [id] })
    const answer = await test.get('/model-configs/export')
    const { modelConfigs, leftOut } = ModelConfigExport.parse(answer.json())
    expect(modelConfigs.map(({ name }) => name)).toEqual(['Quill', 'Built-in narrator'])
    expect(modelConfigs[0]).toMatchObject({
      ...model,
      extraHeaders: { 'X-Team': 'garden' },
      extraBody: { max_tokens_to_think: 5 },
    })
    expect(leftOut).toEqual(['Quill: X-Token', 'Quill: session_key'])
    expect(answer.body).not.toMatch(/canary|tok-secret|cdef|apiKey/)
    expect(answer.headers['content-disposition']).toContain('llm-gamebook-models.json')
  })

  it('creates the same model configs elsewhere, without duplicates', async () => {
    const [here, there] = [await openTestApp(), await openTestApp()]
    await here.send('POST', '/model-configs', { ...model, apiKey: KEY })
    await here.send('POST', '/model-configs', { ...model, name: 'Quill B' })
    const file = await exportFrom(here)
    const { created, refused } = (await there.send('POST', '/model-configs/import', file)).json()
    expect(created).toMatchObject([
      { name: 'Quill', temperature: 0.5, apiKey: { source: 'none' } },
      { name: 'Quill B', inOnePiece: true },
    ])
    expect(refused).toMatchObject([
      { index: 0, name: 'Built-in narrator', reason: expect.stringContaining('identical') },
    ])
    expect((await exportFrom(there)).modelConfigs).toEqual(file.modelConfigs)
    expect((await there.send('POST', '/model-configs/import', file)).json().created).toEqual([])
  })

  it('is imported as far as possible, with a reason for every rejected entry', async () => {
    const test = await openTestApp()
    const { created, refused } = (
      await test.send('POST', '/model-configs/import', {
        format: 'llm-gamebook/model-configs',
        version: 1,
        modelConfigs: [
          { ...model, provider: 'telepathy' },
          model,
          { ...model, name: 'With key', apiKey: KEY },
          { ...model, name: 'Nowhere', baseUrl: 'file:///etc/passwd', colour: 'red' },
          'nonsense',
        ],
      })
    ).json()
    expect(created).toMatchObject([{ name: 'Quill' }])
    expect(refused).toMatchObject([
      { index: 0, name: 'Quill', errors: { provider: 'Provider not supported' } },
      { index: 2, name: 'With key', errors: { apiKey: expect.stringContaining('after the import') } },
      { index: 3, name: 'Nowhere', errors: { colour: 'Unknown field.' } },
      { index: 4, name: null, errors: { entry: expect.any(String) } },
    ])
    expect(JSON.stringify([created, refused])).not.toContain(KEY)
    expect((await test.get('/model-configs')).json().count).toBe(2)
  })
})

describe('a file that is not an export', () => {
  it.each([
    ['another format', { format: 'recipes', version: 1, modelConfigs: [] }, 'format'],
    ['a later version', { format: 'llm-gamebook/model-configs', version: 2, modelConfigs: [] }, 'version'],
    ['no list', { format: 'llm-gamebook/model-configs', version: 1 }, 'modelConfigs'],
  ])('is rejected entirely: %s', async (_case, body, field) => {
    const problem = problemIn(await (await openTestApp()).send('POST', '/model-configs/import', body))
    expect([problem.status, Object.keys(problem.errors ?? {})]).toEqual([422, [field]])
  })
})
