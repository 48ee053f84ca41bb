import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { addLongStory } from '../support/longStory.ts'
import { openTestApp } from '../support/testApp.ts'

async function openStory(messages: number) {
  const { app, services } = await openTestApp()
  const { session } = await addLongStory(services.db, { messages, text: 'The tide comes in. ' })
  return (encoding?: string, method: 'GET' | 'HEAD' = 'GET') =>
    app.inject({
      method,
      url: `/api/sessions/${session.id}`,
      headers: { host: 'localhost', ...(encoding !== undefined && { 'accept-encoding': encoding }) },
    })
}

describe('a long response of the API', () => {
  it.each(['gzip', 'br;q=1.0, GZIP;q=0.8, *;q=0.1', 'deflate, *'])('is compressed for %s', async (encoding) => {
    const request = await openStory(50)
    const plain = await request()
    const { headers, rawPayload } = await request(encoding)
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': plain.headers['content-type'],
      'content-length': String(rawPayload.length),
      vary: 'accept-encoding',
    })
    expect(gunzipSync(rawPayload).toString()).toBe(plain.body)
    expect(rawPayload.length).toBeLessThan(plain.body.length / 4)
  })

  it.each([undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.0, *', '*;q=0', 'gzip;q=x', ';;,,q='])(
    'is sent as it is for %s',
    async (encoding) => {
      const request = await openStory(50)
      const { headers, body } = await request(encoding)
      expect(headers).not.toHaveProperty('content-encoding')
      expect(headers).toMatchObject({ vary: 'accept-encoding', 'content-length': String(Buffer.byteLength(body)) })
      expect(JSON.parse(body)).toMatchObject({ messageCount: 50 })
    },
  )

  it('has the same headers for HEAD', async () => {
    const request = await openStory(50)
    const { headers } = await request('gzip')
    const head = await request('gzip', 'HEAD')
    expect(head.rawPayload).toHaveLength(0)
    expect(head.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': headers['content-length'] })
  })
})

describe('a short response of the API', () => {
  it('is sent as it is', async () => {
    const { headers } = await (await openStory(1))('gzip')
    expect(headers).not.toHaveProperty('content-encoding')
    expect(headers).not.toHaveProperty('vary')
  })
})
