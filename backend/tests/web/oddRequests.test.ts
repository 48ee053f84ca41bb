import { expect, it } from 'vitest'

import { openLoggedApp } from '../support/loggedApp.ts'
import { problemOf } from '../support/problemOf.ts'
import { connectRaw, sendRaw } from '../support/rawRequest.ts'

it('headers that are too large get a 431 that says so', async () => {
  const { address } = await openLoggedApp()
  const answer = await sendRaw(
    address,
    `GET /api/health HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  expect(problemOf(answer)).toMatchObject({ status: 431, code: 'headers-too-large' })
})

it('what is not HTTP gets a 400', async () => {
  const { address } = await openLoggedApp()
  expect(problemOf(await sendRaw(address, 'HELLO\r\n\r\n'))).toMatchObject({ status: 400, code: 'bad-request' })
})

it('HEAD has the status and headers of GET, without a body', async () => {
  const { address } = await openLoggedApp()
  for (const path of ['/health', '/providers', '/model-configs', '/docs', '/nothing']) {
    const [head, get] = await Promise.all(['HEAD', 'GET'].map((method) => fetch(`${address}/api${path}`, { method })))
    expect(head?.status, path).toBe(get?.status)
    expect(head?.headers.get('content-type')).toBe(get?.headers.get('content-type'))
    expect(await head?.text()).toBe('')
  }
})

it('a client that hangs up within its body leaves no error in the log, and others are served', async () => {
  const app = await openLoggedApp()
  for (let times = 0; times < 5; times += 1) {
    const socket = await connectRaw(
      app.address,
      'POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"game',
    )
    socket.resetAndDestroy()
  }
  expect((await fetch(`${app.address}/api/health`)).status).toBe(200)
  expect(await app.readOutput()).not.toMatch(/"level":[56]0|stack/)
})

it('only the stylesheet of the API reference may stand in its page, and none in others', async () => {
  const { address } = await openLoggedApp()
  const policyOf = async (path: string) => (await fetch(`${address}${path}`)).headers.get('content-security-policy')
  expect(await policyOf('/api/docs')).toMatch(/style-src 'sha256-[\w+/=]+'/)
  for (const path of ['/api/docs', '/api/health']) expect(await policyOf(path)).not.toContain('unsafe-inline')
})
