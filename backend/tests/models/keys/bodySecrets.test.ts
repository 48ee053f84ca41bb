import { describe, expect, it } from 'vitest'

import type { Json } from '../../../src/json.ts'
import { createKeyCipher } from '../../../src/models/keys/keyCipher.ts'
import {
  maskSecrets,
  openMasked,
  openSecrets,
  sealSecrets,
  withoutSecrets,
} from '../../../src/models/keys/parameterSecrets.ts'
import { type ModelParameters, noParameters } from '../../../src/models/parameters/modelParameters.ts'

const MASK = '********'
const sealing = { keyCipher: createKeyCipher('a secret of the tests'), owner: 'quill' }
const of = (extraBody: Record<string, Json>): ModelParameters => ({ ...noParameters, extraBody })

const BODY = {
  top_a: 0.2,
  max_tokens: 300,
  api_key: 'canary-1',
  pin: { token: 4455, empty_token: '', no_key: null, use_auth: true },
  servers: [
    { url: 'https://one.example', headers: { Authorization: 'Bearer canary-2' } },
    { url: 'https://two.example', headers: [{ name: 'X-Api-Key', value: 'canary-3' }] },
  ],
  credentials: { type: 'service_account', private_key: 'canary-4' },
  note: 'sealed:canary-5',
  plugin: 'https://me:canary-6@gate.example',
}
const MASKED = {
  top_a: 0.2,
  max_tokens: 300,
  api_key: MASK,
  pin: { token: MASK, empty_token: '', no_key: null, use_auth: true },
  servers: [
    { url: 'https://one.example', headers: { Authorization: MASK } },
    { url: 'https://two.example', headers: [{ name: 'X-Api-Key', value: MASK }] },
  ],
  credentials: MASK,
  note: MASK,
  plugin: MASK,
}

const seal = (body: Record<string, Json>, stored: ModelParameters | null = null) =>
  sealSecrets(of(body), stored, sealing)
const open = (parameters: ModelParameters) => openSecrets(parameters, sealing).parameters.extraBody

describe('secrets in a body, at any depth', () => {
  const { parameters: stored } = seal(BODY)

  it('are stored encrypted, and decrypted as what they were', () => {
    expect(JSON.stringify(stored)).not.toContain('canary')
    expect(JSON.stringify(stored)).not.toContain('4455')
    expect(open(stored)).toEqual(BODY)
  })

  it('are masked, encrypted or not', () => {
    expect(maskSecrets(stored).extraBody).toEqual(MASKED)
    expect(maskSecrets(of({ ...BODY, note: 'none' })).extraBody).toEqual({ ...MASKED, note: 'none' })
  })

  it('are left out of files, by their paths', () => {
    const { parameters, left } = withoutSecrets(stored)
    expect(JSON.stringify(parameters)).not.toMatch(/canary|sealed|\*/)
    expect(left.map(({ path }) => path)).toEqual([
      'api_key',
      'pin.token',
      'servers.0.headers.Authorization',
      'servers.1.headers.0.value',
      'credentials',
      'note',
      'plugin',
    ])
  })

  it('keep their stored value if they come back masked', () => {
    expect(seal(MASKED, stored)).toEqual({ parameters: stored, missing: [] })
    expect(openMasked(of(MASKED), stored, sealing).parameters.extraBody).toEqual(BODY)
  })

  it('follow their item when a list is shortened or reordered', () => {
    const [one, two] = MASKED.servers
    const shortened = seal({ servers: [two ?? null] }, stored)
    expect(open(shortened.parameters)).toEqual({ servers: [BODY.servers[1]] })
    const reordered = seal({ servers: [two ?? null, one ?? null] }, stored)
    expect(open(reordered.parameters)).toEqual({ servers: BODY.servers.toReversed() })
  })

  it('are missing if nothing is stored for their mask', () => {
    const changed = seal({ servers: [{ url: 'https://three.example', token: MASK }] }, stored)
    expect(changed.missing).toEqual([{ field: 'extraBody', path: 'servers.0.token' }])
  })

  it('are named if another secret sealed them, and each can be entered again by itself', () => {
    const changed = { keyCipher: createKeyCipher('another secret of the tests'), owner: 'quill' }
    expect(openSecrets(stored, changed).unreadable).toHaveLength(7)
    const again = sealSecrets(of({ ...MASKED, api_key: 'entered again' }), stored, changed)
    expect(again.missing).toEqual([])
    expect(openSecrets(again.parameters, changed).unreadable.map(({ path }) => path)).not.toContain('api_key')
    expect(openSecrets(again.parameters, changed).parameters.extraBody).toMatchObject({ api_key: 'entered again' })
  })
})
