import { describe, expect, it } from 'vitest'

import { createEnvironmentKeys } from '../../src/models/keys/environmentKeys.ts'
import { AddressPreview } from '../../src/web/schemas/addressPreview.ts'
import { previewAddress } from '../../src/web/api/modelConfig/previewAddress.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const nothing: AddressPreview = {
  baseUrl: null,
  listUrl: null,
  chatUrl: null,
  notes: [],
  refusal: null,
  hint: null,
  clearsKey: false,
  environmentVariable: null,
  refusedParameters: [],
}

async function preview(test: TestApp, body: object): Promise<AddressPreview> {
  return AddressPreview.parse((await test.send('POST', '/model-configs/address', body)).json())
}

describe('a typed address', () => {
  it('is shown as the request URL', async () => {
    const test = await openTestApp()
    expect(await preview(test, { provider: 'ollama', baseUrl: 'localhost', modelName: 'llama3' })).toEqual({
      ...nothing,
      baseUrl: 'http://localhost:11434/api',
      listUrl: 'http://localhost:11434/api/tags',
      chatUrl: 'http://localhost:11434/api/chat',
    })
    expect(await preview(test, { provider: 'google', baseUrl: null, modelName: 'gemini' })).toMatchObject({
      chatUrl: 'https://generativelanguage.googleapis.com/v1beta/models/gemini:streamGenerateContent?alt=sse',
    })
  })

  it('is used unchanged with exactAddress', async () => {
    const test = await openTestApp()
    const typed = { provider: 'openai-compatible', baseUrl: 'http://127.0.0.1:9100/llm' }
    expect((await preview(test, typed)).chatUrl).toBe('http://127.0.0.1:9100/llm/v1/chat/completions')
    expect((await preview(test, { ...typed, exactAddress: true })).chatUrl).toBe(
      'http://127.0.0.1:9100/llm/chat/completions',
    )
  })

  it('says what was left out', async () => {
    const { notes, baseUrl } = await preview(await openTestApp(), {
      provider: 'openai-compatible',
      baseUrl: 'https://gw.example.org/v1?key=abc',
    })
    expect([baseUrl, notes.length]).toEqual(['https://gw.example.org/v1', 1])
  })

  it.each([
    ['ftp://x', 'openai', 'http'],
    ['javascript:alert(1)', 'openai', 'server'],
    ['', 'openai-compatible', 'Base URL is required for'],
  ])('is refused with a reason: %j', async (baseUrl, provider, reason) => {
    const test = await openTestApp()
    expect(await preview(test, { provider, baseUrl })).toEqual({
      ...nothing,
      refusal: expect.stringContaining(reason),
    })
  })

  it('warns that the stored key will be cleared, only for another host', async () => {
    const test = await openTestApp()
    const config = { name: 'A', provider: 'openai', modelName: 'm', baseUrl: 'https://gw.example.org', apiKey: 'sk-1' }
    const { id } = (await test.send('POST', '/model-configs', config)).json()
    const clears = async (change: object) => (await preview(test, { provider: 'openai', id, ...change })).clearsKey
    expect(await clears({ baseUrl: 'https://gw.example.org/v1/responses' })).toBe(false)
    expect(await clears({ baseUrl: 'http://gw.example.org' })).toBe(true)
    expect(await clears({ baseUrl: null })).toBe(true)
    expect(await clears({ provider: 'builtin' })).toBe(true)
    const unknown = { provider: 'openai', id: '01234567-89ab-7def-8123-456789abcdef' }
    expect(problemIn(await test.send('POST', '/model-configs/address', unknown)).status).toBe(404)
  })

  it('explains localhost inside a container and names the environment key', async () => {
    const test = await openTestApp()
    const environmentKeys = createEnvironmentKeys({ GEMINI_API_KEY: 'AIza' })
    const look = (isInContainer: boolean, provider: 'ollama' | 'google', baseUrl: string | null) =>
      previewAddress(
        { provider, baseUrl, exactAddress: false, modelName: '' },
        { db: test.services.db, environmentKeys, isInContainer },
      )
    expect((await look(true, 'ollama', 'localhost')).hint).toContain('host.docker.internal')
    expect((await look(true, 'ollama', '[::1]:11434')).hint).toContain('host.docker.internal')
    expect((await look(true, 'ollama', 'http://host.docker.internal:11434')).hint).toBeNull()
    expect((await look(false, 'ollama', 'localhost')).hint).toBeNull()
    expect((await look(false, 'google', null)).environmentVariable).toBe('GEMINI_API_KEY')
    expect((await look(false, 'google', 'http://127.0.0.1:9100')).environmentVariable).toBeNull()
  })
})
