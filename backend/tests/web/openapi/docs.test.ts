import { describe, expect, it } from 'vitest'

import { describeApi } from '../../../src/web/openapi/describeApi.ts'
import { openTestApp } from '../../support/testApp.ts'

describe('the OpenAPI document', () => {
  it('has every route of the API with its answers and problems', async () => {
    const test = await openTestApp()
    const document = (await test.get('/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(Object(operations)).map((method) => `${method.toUpperCase()} ${path.replace('/api', '')}`),
    )
    expect(routes).toEqual(expect.arrayContaining(ROUTES))
    const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
    for (const operations of Object.values<Record<string, { responses: object }>>(document.paths)) {
      for (const { responses } of Object.values(operations)) {
        expect(responses).toMatchObject({ default: { content: problem } })
      }
    }
  })

  it('describes each event as its own type', async () => {
    const { components } = await describeApi()
    expect(JSON.stringify(components.schemas['LiveEvent'])).toContain('"const":"part-delta"')
  })

  it('has no dangling references', async () => {
    const { components, paths } = await describeApi()
    const references = JSON.stringify({ components, paths }).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)
    for (const [, name = ''] of references) expect(components.schemas).toHaveProperty(name)
    expect(JSON.stringify(paths)).not.toContain('#/$defs')
  })

  it('can be read as a page that loads nothing', async () => {
    const test = await openTestApp()
    const page = await test.get('/docs')
    expect(page.headers['content-type']).toMatch(/^text\/html/)
    expect(page.body).toContain('/api/sessions/{id}/events')
    expect(page.body).not.toMatch(/<script|src=/)
  })
})

const ROUTES = [
  'GET /health',
  'POST /model-configs',
  'GET /model-configs',
  'GET /model-configs/{id}',
  'PUT /model-configs/{id}',
  'DELETE /model-configs/{id}',
  'GET /gamebooks',
  'POST /gamebooks',
  'GET /gamebooks/{namespace}/{name}',
  'DELETE /gamebooks/{namespace}/{name}',
  'GET /gamebooks/{namespace}/{name}/image',
  'GET /gamebooks/{namespace}/{name}/source',
  'PUT /gamebooks/{namespace}/{name}/source',
  'POST /gamebooks/{namespace}/{name}/fork',
  'GET /sessions',
  'POST /sessions',
  'GET /sessions/{id}',
  'PATCH /sessions/{id}',
  'DELETE /sessions/{id}',
  'POST /sessions/{id}/messages',
  'POST /sessions/{id}/stop',
  'POST /sessions/{id}/messages/{messageId}/retry',
  'POST /sessions/{id}/messages/{messageId}/edit',
  'PUT /sessions/{id}/head',
  'POST /sessions/{id}/fork',
  'POST /sessions/{id}/restart',
  'GET /sessions/{id}/state',
  'GET /sessions/{id}/events',
]
