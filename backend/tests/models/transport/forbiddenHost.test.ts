import { describe, expect, it } from 'vitest'

import { isForbiddenHost } from '../../../src/models/address/forbiddenHost.ts'
import { guardedLookup } from '../../../src/models/transport/guardedLookup.ts'
import { createNodeFetch } from '../../../src/models/transport/nodeFetch.ts'

const lookUp = (name: string): Promise<unknown> =>
  new Promise((resolve) => guardedLookup(name, {}, (error, address) => resolve(error ?? address)))

describe('a host that is reserved for the machine itself', () => {
  it.each([
    '169.254.169.254',
    '[fe80::1]',
    '[64:ff9b::169.254.169.254]',
    '::ffff:169.254.169.254',
    'metadata.google.internal.',
    '100.100.100.200',
  ])('is %s', (host) => expect(isForbiddenHost(host)).toBe(true))

  it.each(['127.0.0.1', '10.0.0.7', '192.168.1.20', '[::1]', 'localhost', 'api.openai.com'])('is not %s', (host) =>
    expect(isForbiddenHost(host)).toBe(false),
  )

  it('is refused after its name is resolved too', async () => {
    expect(await lookUp('169.254.169.254')).toMatchObject({ code: 'forbidden-host' })
    expect(await lookUp('127.0.0.1')).toBe('127.0.0.1')
  })

  it('never gets a request', async () => {
    await expect(createNodeFetch()('http://169.254.169.254/latest')).rejects.toMatchObject({ code: 'forbidden-host' })
  })
})
