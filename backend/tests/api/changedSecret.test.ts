import { expect, it } from 'vitest'

import { createKeyCipher } from '../../src/models/keys/keyCipher.ts'
import { createModelConfig } from '../../src/web/api/modelConfig/crud.ts'
import { ModelConfigCreate } from '../../src/web/schemas/modelConfig.ts'
import { openTestApp } from '../support/testApp.ts'

const MASK = '********'
const FIELDS = { name: 'Gate', provider: 'openai-compatible', modelName: 'quill', baseUrl: 'http://127.0.0.1:9/v1' }
const SECRETS = { apiKey: 'sk-0123456789', extraHeaders: { 'X-Token': 'a-header' }, extraBody: { token: 'a-field' } }
const HIDDEN = { extraHeaders: { 'X-Token': MASK }, extraBody: { token: MASK } }

it('lets each unreadable secret be entered again or removed by itself', async () => {
  const { services, get, send } = await openTestApp()
  const earlier = { ...services, keyCipher: createKeyCipher('the secret before this one') }
  const { config } = await createModelConfig(earlier, ModelConfigCreate.parse({ ...FIELDS, ...SECRETS }))
  const path = `/model-configs/${config.id}`
  const unreadable = async () => Object.keys((await get(path)).json().problems).toSorted()
  const save = (change: object) => send('PUT', path, { ...FIELDS, ...HIDDEN, ...change })

  expect((await get('/model-configs')).json().count).toBe(2)
  expect(await unreadable()).toEqual(['apiKey', 'extraBody', 'extraHeaders'])
  await save({ apiKey: 'sk-9876543210' })
  expect(await unreadable()).toEqual(['extraBody', 'extraHeaders'])
  const refused = await send('POST', `${path}/test`)
  expect(refused.json()).toMatchObject({ status: 409, code: 'unreadable-key' })
  expect(Object.keys(refused.json().errors)).toEqual(['extraHeaders', 'extraBody'])
  await save({ extraHeaders: { 'X-Token': 'entered again' } })
  expect(await unreadable()).toEqual(['extraBody'])
  await save({ extraBody: null })
  expect(await unreadable()).toEqual([])
  expect((await get(path)).json()).toMatchObject({ apiKey: { source: 'stored' }, extraHeaders: { 'X-Token': MASK } })
})
