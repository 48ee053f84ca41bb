import { describe, expect, it } from 'vitest'

import { createRedactor } from '../../../src/models/keys/redactor.ts'

const KEY = 'Zx9+quill/KEY=7781-mnbv'
const hide = createRedactor({
  apiKey: KEY,
  extraHeaders: { 'X-Team': 'garden-team', 'X-Token': 'tok-55aa66bb77' },
  extraBody: {
    top_a: 0.2,
    client_secret: 'Rt5-sedge-4411',
    mcp: [{ url: 'https://gate.example/?token=Uv6-reed-5522', auth: 'Bearer Wx7-moss-6633' }],
    credentials: { type: 'service_account', private_key: 'Yz8-fern-7744' },
  },
})

describe('secrets', () => {
  it.each([
    ['whole', KEY, '…'],
    ['in capitals', KEY.toUpperCase(), '…'],
    ['as in an address', encodeURIComponent(KEY), '…'],
    ['by their beginning', KEY.slice(0, 9), '…'],
    ['by their end', KEY.slice(-8), '…'],
    ['by a middle', KEY.slice(5, 14), '…'],
    ['masked', 'Zx9+***mnbv', '…'],
    ['masked but for the end', '****mnbv', '…'],
    ['of a header', 'tok-55aa', '…'],
    ['of any header, whole', 'garden-team', '…'],
    ['of a request field', 'Rt5-sedge-4411', '…'],
    ['in a URL', 'Uv6-reed-5522', '…'],
    ['of a list, without its scheme', 'Wx7-moss-6633', '…'],
    ['of an object', 'Yz8-fern-7744', '…'],
  ])('are redacted %s', (_how, shown, told) => {
    expect(hide(`The key <${shown}> is wrong.`)).toBe(`The key <${told}> is wrong.`)
  })

  it.each(['', 'a', 'ab', 'Bearer '])('are redacted in base64 after "%s"', (before) => {
    const encoded = Buffer.from(`${before}${KEY}`).toString('base64')
    const told = hide(encoded)
    const shown = Buffer.from(told.replace(/…/g, ''), 'base64').toString('latin1')
    expect(told).toContain('…')
    expect(shown).not.toMatch(/quill|7781/)
  })

  it('leave other text unchanged', () => {
    const words = 'İ The **model** quill-1 of garden is … a bearer whose service_account at https://gate... wait ***'
    expect(hide(words)).toBe(words)
  })
})

describe('a key that protects nothing', () => {
  it.each([
    'ollama',
    'llama3',
    'LLAMA3',
    'llama3.1:8b',
    'lm-studio',
    'not-needed',
    'sk-no-key-required',
    'mistral',
    'qwen2.5',
    'dummy',
    'EMPTY',
    'your-api-key-here',
    'openai',
    'local',
    'gemma3',
  ])('leaves the same word in other text: %s', (apiKey) => {
    const hideKey = createRedactor({ apiKey, extraHeaders: { 'X-Token': apiKey, 'X-Client': apiKey } })
    const text = `The model "${apiKey}" of ${apiKey.toLowerCase()} was not found. Try ${apiKey}-instruct.`
    expect(hideKey(text)).toBe(text)
  })

  it('is one that is part of a name of its own config', () => {
    const hideKey = createRedactor({ apiKey: 'lighthouse', extraHeaders: null, names: ['lighthouse-7b:latest'] })
    expect(hideKey('No model "lighthouse-7b:latest".')).toBe('No model "lighthouse-7b:latest".')
  })

  it.each([
    'hunter2',
    'lighthouse',
    'ollama-8f2c91d0aa',
    'llama3secret',
    'sk-test-51aaBBcc',
    'gsk_llama3',
    'nopenopenope',
    'gpt-7f',
  ])('is not any weak key: %s', (apiKey) => {
    const hideKey = createRedactor({ apiKey, extraHeaders: null, names: ['quill-7b'] })
    expect(hideKey(`Wrong key: ${apiKey}.`)).toBe('Wrong key: ….')
  })

  it('is no long one, even if the model has its name', () => {
    const hideKey = createRedactor({ apiKey: KEY.repeat(2), extraHeaders: null, names: [KEY.repeat(2)] })
    expect(hideKey(`Wrong key: ${KEY.repeat(2)}.`)).toBe('Wrong key: ….')
  })
})
