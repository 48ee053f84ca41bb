import { describe, expect, it } from 'vitest'

import { toModelConfig } from '../../src/db/models/modelConfigRow.ts'
import { ModelConfigExport } from '../../src/web/schemas/modelConfigFile.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const FIELDS = {
  name: 'Quill',
  provider: 'openai-compatible',
  modelName: 'quill-1',
  baseUrl: 'https://llm.example.org/v1',
}
const CHOICES = { toolStyle: 'text', timeouts: { firstWord: 30, total: 900 } }
const DEFAULTS = { toolStyle: 'growing', timeouts: { firstWord: null, total: null } }

const create = async (test: TestApp, change: object) =>
  (await test.send('POST', '/model-configs', { ...FIELDS, ...change })).json()

describe('the tool style and the timeouts of a model config', () => {
  it('have defaults, and are kept by a save, a copy and an export', async () => {
    const [here, there] = [await openTestApp(), await openTestApp()]
    expect(await create(here, { name: 'Plain' })).toMatchObject(DEFAULTS)
    const { id } = await create(here, CHOICES)
    expect((await here.get(`/model-configs/${id}`)).json()).toMatchObject(CHOICES)
    expect((await here.send('POST', `/model-configs/${id}/duplicate`)).json()).toMatchObject(CHOICES)
    const file = ModelConfigExport.parse((await here.get('/model-configs/export')).json())
    const { created } = (await there.send('POST', '/model-configs/import', file)).json()
    expect(created).toMatchObject([{ name: 'Plain', ...DEFAULTS }, CHOICES, CHOICES])
  })

  it('are the defaults in a file and in a row of an earlier version', async () => {
    const test = await openTestApp()
    const file = { format: 'llm-gamebook/model-configs', version: 1, modelConfigs: [FIELDS] }
    const { created } = (await test.send('POST', '/model-configs/import', file)).json()
    expect(created).toMatchObject([DEFAULTS])
    const row = await test.services.db.selectFrom('modelConfig').selectAll().executeTakeFirstOrThrow()
    expect(toModelConfig({ ...row, toolStyle: 'of a newer version', timeouts: '{}' })).toMatchObject(DEFAULTS)
    expect(toModelConfig({ ...row, timeouts: '{"firstWord":0,"total":60}' })?.timeouts).toEqual({
      firstWord: null,
      total: 60,
    })
  })

  it('are a conflict if both were edited', async () => {
    const test = await openTestApp()
    const { id, updatedAt } = await create(test, {})
    await test.send('PUT', `/model-configs/${id}`, { ...FIELDS, toolStyle: 'narrow' })
    const late = await test.send('PUT', `/model-configs/${id}`, { ...FIELDS, ...CHOICES, updatedAt })
    expect(problemIn(late)).toMatchObject({
      code: 'edited-elsewhere',
      errors: { toolStyle: 'Changed elsewhere: it is “narrow” now.', timeouts: expect.stringContaining('different') },
    })
  })

  it.each([
    { toolStyle: 'wide' },
    { timeouts: { firstWord: 0 } },
    { timeouts: { total: 90_000 } },
    { timeouts: { idle: 5 } },
  ])('are refused: %j', async (change) => {
    const test = await openTestApp()
    expect((await test.send('POST', '/model-configs', { ...FIELDS, ...change })).statusCode).toBe(422)
  })
})
