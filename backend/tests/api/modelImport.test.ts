import { expect, it } from 'vitest'

import { openTestApp } from '../support/testApp.ts'

const file = (modelConfigs: readonly object[]) => ({ format: 'llm-gamebook/model-configs', version: 1, modelConfigs })
const entry = (at: number) => ({
  name: `Quill ${at}`,
  provider: 'openai-compatible',
  modelName: `quill-${at}`,
  baseUrl: 'https://gw.example.org/v1',
  extraHeaders: { 'X-Team': 'garden' },
  extraBody: { api_key: `canary-${at}` },
})

it('answers other requests while it imports and lists 1,000 models', async () => {
  const app = await openTestApp()
  const order: string[] = []
  const whileRunning = async (name: string, running: Promise<unknown>) => {
    const state = { isRunning: true }
    const finished = running.finally(() => {
      state.isRunning = false
      order.push(name)
    })
    while (state.isRunning) {
      await new Promise((resolve) => setImmediate(resolve))
      await app.get('/health')
      order.push('health')
    }
    await finished
  }
  await whileRunning(
    'import',
    app.send('POST', '/model-configs/import', file(Array.from({ length: 1000 }, (_, at) => entry(at)))),
  )
  await whileRunning('list', app.get('/model-configs'))
  expect(order.indexOf('import')).toBeGreaterThan(3)
  expect(order.indexOf('list') - order.indexOf('import')).toBeGreaterThan(3)

  const rows = await app.services.db.selectFrom('modelConfig').select('parameters').execute()
  expect(rows).toHaveLength(1001)
  expect(JSON.stringify(rows)).not.toContain('canary')
})

it('saves what is valid and says why the rest is not, each at its field', async () => {
  const app = await openTestApp()
  const answer = await app.send(
    'POST',
    '/model-configs/import',
    file([
      entry(0),
      entry(0),
      { ...entry(1), extraBody: { Stream: true } },
      { ...entry(2), extraHeaders: { 'X-Token': '********' } },
      { ...entry(3), constructor: 1 },
      { ...entry(4), baseUrl: 'http://169.254.169.254' },
    ]),
  )
  const { created, refused } = answer.json()
  expect(created).toMatchObject([{ name: 'Quill 0', extraBody: { api_key: '********' } }])
  const expected: readonly object[] = [
    { index: 1, reason: 'An identical model already exists.' },
    { index: 2, errors: { extraBody: 'The field Stream is set by the app.' } },
    { index: 3, errors: { extraHeaders: expect.stringContaining('X-Token') } },
    { index: 4, errors: { constructor: 'Unknown field.' } },
    { index: 5, errors: { baseUrl: expect.stringContaining('blocked') } },
  ]
  expect(refused).toMatchObject(expected)
})

it('takes at most 1,000 models at a time', async () => {
  const app = await openTestApp()
  const answer = await app.send('POST', '/model-configs/import', file(Array.from({ length: 1001 }, () => ({}))))
  expect(answer.json()).toMatchObject({ status: 422, errors: { modelConfigs: expect.any(String) } })
})
