import { describe, expect, it } from 'vitest'

import { createEnvironmentKeys } from '../../../src/models/keys/environmentKeys.ts'
import { providers } from '../../../src/models/providers/providers.ts'
import { PROVIDERS } from '../../../src/providers.ts'

const keys = createEnvironmentKeys(
  Object.fromEntries(
    Object.values(providers).flatMap(({ server }) => server?.apiKey.variables.map((name) => [name, name]) ?? []),
  ),
)

describe('a key of the environment', () => {
  it.each(PROVIDERS.filter((provider) => providers[provider].server?.apiKey.required))(
    'is sent to the host of %s, and to no other',
    (provider) => {
      const find = (baseUrl: string | null) => keys.find({ provider, baseUrl, exactAddress: false })
      const { server } = providers[provider]
      const variable = server?.apiKey.variables[0]
      expect(find(null)).toBe(variable)
      expect(find(server?.presetBaseUrl ?? null)).toBe(variable)
      for (const elsewhere of ['http://127.0.0.1:9100', 'https://gw.example.org/v1']) expect(find(elsewhere)).toBeNull()
    },
  )

  it('of Ollama is sent to ollama.com only', () => {
    const find = (baseUrl: string) => keys.find({ provider: 'ollama', baseUrl, exactAddress: false })
    expect([find('https://ollama.com'), find('http://ollama.com'), find('localhost')]).toEqual([
      'OLLAMA_API_KEY',
      null,
      null,
    ])
  })

  it('is the first one that is set', () => {
    const google = { provider: 'google', baseUrl: null, exactAddress: false } as const
    expect(createEnvironmentKeys({ GOOGLE_API_KEY: 'c', GEMINI_API_KEY: 'b' }).find(google)).toBe('b')
    expect(createEnvironmentKeys({ GEMINI_API_KEY: ' ' }).find(google)).toBeNull()
  })
})
