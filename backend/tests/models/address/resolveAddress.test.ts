import { describe, expect, it } from 'vitest'

import { resolveAddress, type AddressInput } from '../../../src/models/address/resolveAddress.ts'
import { providers } from '../../../src/models/providers/providers.ts'
import { NETWORK_PROVIDERS, type NetworkProvider } from '../../support/networkProviders.ts'

const resolved = (address: AddressInput) => {
  const result = resolveAddress(address)
  if ('refusal' in result) throw new Error(result.refusal)
  return result
}
const baseOf = (provider: NetworkProvider, typed: string) => resolved({ provider, typed }).baseUrl
const refusalOf = (provider: NetworkProvider, typed: string) => {
  const result = resolveAddress({ provider, typed })
  return 'refusal' in result ? result.refusal : undefined
}

interface Row {
  readonly provider: NetworkProvider
  readonly host: string
  readonly ends: readonly string[]
  readonly bare: readonly string[]
  readonly base: string
}

const ROWS: readonly Row[] = [
  {
    provider: 'anthropic',
    host: 'https://api.anthropic.com',
    ends: ['', '/v1', '/v1/messages', '/v1/models'],
    bare: ['api.anthropic.com/v1'],
    base: 'https://api.anthropic.com/v1',
  },
  {
    provider: 'deepseek',
    host: 'https://api.deepseek.com',
    ends: ['', '/v1', '/chat/completions', '/v1/chat/completions'],
    bare: ['api.deepseek.com'],
    base: 'https://api.deepseek.com',
  },
  {
    provider: 'google',
    host: 'https://generativelanguage.googleapis.com',
    ends: ['', '/v1', '/v1beta', '/v1beta/openai', '/v1beta/models/gemini-2.5-flash:streamGenerateContent'],
    bare: ['generativelanguage.googleapis.com/v1beta'],
    base: 'https://generativelanguage.googleapis.com/v1beta',
  },
  {
    provider: 'mistral',
    host: 'https://api.mistral.ai',
    ends: ['', '/v1', '/v1/chat/completions'],
    bare: ['api.mistral.ai'],
    base: 'https://api.mistral.ai/v1',
  },
  {
    provider: 'ollama',
    host: 'http://localhost:11434',
    ends: ['', '/api', '/api/chat', '/api/generate', '/api/tags'],
    bare: ['localhost:11434', 'localhost'],
    base: 'http://localhost:11434/api',
  },
  {
    provider: 'ollama',
    host: 'http://localhost:11434',
    ends: ['/v1', '/v1/chat/completions', '/v1/models'],
    bare: ['localhost:11434/v1'],
    base: 'http://localhost:11434/v1',
  },
  {
    provider: 'openai',
    host: 'https://api.openai.com',
    ends: ['', '/v1', '/v1/responses', '/v1/chat/completions'],
    bare: ['api.openai.com/v1'],
    base: 'https://api.openai.com/v1',
  },
  {
    provider: 'openrouter',
    host: 'https://openrouter.ai',
    ends: ['', '/v1', '/api', '/api/v1', '/api/v1/chat/completions'],
    bare: ['openrouter.ai/api/v1'],
    base: 'https://openrouter.ai/api/v1',
  },
  {
    provider: 'xai',
    host: 'https://api.x.ai',
    ends: ['', '/v1', '/v1/responses', '/v1/chat/completions'],
    bare: ['api.x.ai'],
    base: 'https://api.x.ai/v1',
  },
  {
    provider: 'openai-compatible',
    host: 'https://llm.example.org/openai',
    ends: ['', '/v1', '/v1/chat/completions'],
    bare: ['llm.example.org/openai'],
    base: 'https://llm.example.org/openai/v1',
  },
]

describe.each(ROWS)('an address of $provider ($base)', ({ provider, host, ends, bare, base }) => {
  it.each([
    ...ends.flatMap((end) => [`${host}${end}`, `${host}${end}/`]),
    ...bare.flatMap((typed) => [typed, ` \t${typed}\n`, `\u200b${typed}\ufeff`]),
    base,
  ])('is resolved from %j', (typed) => {
    expect(baseOf(provider, typed)).toBe(base)
  })
})

const ENDS: Record<NetworkProvider, string> = {
  anthropic: '/v1',
  deepseek: '',
  google: '/v1beta',
  mistral: '/v1',
  ollama: '/api',
  openai: '/v1',
  openrouter: '/api/v1',
  xai: '/v1',
  'openai-compatible': '/v1',
}
const ENDPOINTS: Record<NetworkProvider, string> = {
  anthropic: '/v1/messages',
  deepseek: '/chat/completions',
  google: '/v1beta/models/gemini-2.5-flash:streamGenerateContent',
  mistral: '/v1/chat/completions',
  ollama: '/api/chat',
  openai: '/v1/responses',
  openrouter: '/api/v1/chat/completions',
  xai: '/v1/responses',
  'openai-compatible': '/v1/chat/completions',
}

describe.each(NETWORK_PROVIDERS)('a custom server for %s', (provider) => {
  const withV1 = (host: string) => `${host}${provider === 'ollama' ? '/v1' : ENDS[provider]}`

  it.each(['http://127.0.0.1:9100', 'https://gw.example.org/team/x'])('is resolved to %s from every form', (host) => {
    for (const typed of [host, `${host}/`, `${host}${ENDPOINTS[provider]}`, `  ${host}\n`]) {
      expect(baseOf(provider, typed)).toBe(`${host}${ENDS[provider]}`)
    }
    for (const typed of [`${host}/v1`, `${host}/v1/`]) expect(baseOf(provider, typed)).toBe(withV1(host))
  })

  it('is resolved without a scheme', () => {
    expect(baseOf(provider, '127.0.0.1:9100')).toBe(`http://127.0.0.1:9100${ENDS[provider]}`)
    expect(baseOf(provider, 'gw.example.org/team/x')).toBe(`https://gw.example.org/team/x${ENDS[provider]}`)
  })

  it('stays the same once it is resolved', () => {
    const base = baseOf(provider, 'https://gw.example.org/team/x')
    expect(baseOf(provider, base)).toBe(base)
  })

  it('is used unchanged if requested', () => {
    const typed = ' gw.example.org//any/path/ '
    expect(resolved({ provider, typed, exactly: true }).baseUrl).toBe('https://gw.example.org/any/path')
  })

  it('has exact addresses for its list and its chat', () => {
    const { baseUrl, listUrl, chatUrl } = resolved({ provider, typed: 'http://127.0.0.1:9100' })
    expect(listUrl.startsWith(baseUrl)).toBe(true)
    expect(chatUrl('gemini-2.5-flash').replace('?alt=sse', '')).toBe(`http://127.0.0.1:9100${ENDPOINTS[provider]}`)
  })

  it.each([
    ['ftp://gw.example.org', 'http:// or https://'],
    ['file:///etc/hosts', 'http:// or https://'],
    ['javascript://alert(1)', 'http:// or https://'],
    ['https://me:pw@gw.example.org', 'API key'],
    ['me@gw.example.org', 'API key'],
    ['https://gw.example.org/my models', 'spaces'],
    ['https://', 'not a valid server URL'],
    ['javascript:alert(1)', 'not a valid server URL'],
    ['http://169.254.169.254/latest', 'blocked'],
    ['http://2852039166', 'blocked'],
    ['http://[::ffff:169.254.169.254]', 'blocked'],
    ['http://[fe80::1]:11434', 'blocked'],
    ['http://metadata.google.internal', 'blocked'],
  ])("can't be %s", (typed, reason) => {
    expect(refusalOf(provider, typed)).toContain(reason)
  })
})

describe('an address', () => {
  it.each<[string, NetworkProvider, string]>([
    ['0.0.0.0:11434', 'ollama', 'http://127.0.0.1:11434/api'],
    ['192.168.1.20', 'ollama', 'http://192.168.1.20:11434/api'],
    ['http://[::1]:11434/', 'ollama', 'http://[::1]:11434/api'],
    ['ollama.com', 'ollama', 'https://ollama.com/api'],
    ['HTTPS://API.OpenAI.com:443//v1//', 'openai', 'https://api.openai.com/v1'],
    ['"https://api.x.ai/v1"', 'xai', 'https://api.x.ai/v1'],
    ['<https://api.x.ai/v1>', 'xai', 'https://api.x.ai/v1'],
    ['https://gw.example.org/api/paas/v4', 'openai-compatible', 'https://gw.example.org/api/paas/v4'],
    ['studio.local:1234', 'openai-compatible', 'http://studio.local:1234/v1'],
    ['attic', 'openai-compatible', 'http://attic/v1'],
  ])('%s of %s is %s', (typed, provider, base) => {
    expect(resolved({ provider, typed })).toMatchObject({ baseUrl: base, notes: [] })
  })

  it('is resolved without its query, and says so', () => {
    const typed = 'https://gw.example.org/openai/v1/chat/completions?key=abc#top'
    expect(resolved({ provider: 'openai-compatible', typed })).toMatchObject({
      baseUrl: 'https://gw.example.org/openai/v1',
      notes: [expect.stringContaining('removed')],
    })
  })

  it.each(NETWORK_PROVIDERS)('that is empty is the preset of %s, if there is one', (provider) => {
    const preset = providers[provider].server?.presetBaseUrl
    if (preset == null) expect(refusalOf(provider, ' ')).toContain('required')
    else expect(baseOf(provider, ' ')).toBe(preset)
  })
})
