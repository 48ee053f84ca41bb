import { describe, expect, it } from 'vitest'

import { clientNetwork } from '../../src/web/guard/clientNetwork.ts'
import { createGuessLimit } from '../../src/web/guard/guessLimit.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestAppOptions } from '../support/testApp.ts'

const host = 'localhost'
const password = 'open sesame: please'
const PATH = '/api/sessions'
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
const RIGHT = basic(`anybody:${password}`)
const WRONG = basic('x:wrong')

async function open(options: TestAppOptions = {}) {
  const { app } = await openTestApp({ password, ...options })
  return (authorization: string | null, { url = PATH, ip = '203.0.113.7', headers = {} } = {}) =>
    app.inject({
      url,
      remoteAddress: ip,
      headers: { host, ...(authorization !== null && { authorization }), ...headers },
    })
}

type Ask = Awaited<ReturnType<typeof open>>

async function guessWrong(ask: Ask, times: number, options: Parameters<Ask>[1] = {}): Promise<void> {
  for (let guesses = 0; guesses < times; guesses += 1) await ask(WRONG, options)
}

describe('a password', () => {
  it('is required by every path', async () => {
    const ask = await open()
    for (const url of ['/', '/api/sessions', '/api/nothing', '/api/openapi.json', '/api/healthy', '/api/health/x']) {
      const answer = await ask(null, { url })
      expect(problemIn(answer)).toMatchObject({ status: 401, code: 'password-required' })
      expect(answer.headers['www-authenticate']).toMatch(/^Basic realm=/)
    }
  })

  it('works with any user name', async () => {
    expect((await (await open())(RIGHT)).statusCode).toBe(200)
  })

  it.each([WRONG, basic(password), 'Bearer open', 'Basic', ''])('is not %j', async (authorization) => {
    expect(problemIn(await (await open())(authorization)).status).toBe(401)
  })
})

describe('the health of the server', () => {
  it('is told without a password, and nothing else', async () => {
    const ask = await open()
    for (const url of ['/api/health', '/api/health/']) {
      expect((await ask(null, { url })).json()).toEqual({ status: 'ready', version: '', database: 'ready' })
    }
    expect((await ask(RIGHT, { url: '/api/health' })).json().version).not.toBe('')
  })

  it("doesn't tell whether a password is right once its guesser is locked", async () => {
    const ask = await open()
    await guessWrong(ask, 20, { url: '/api/health' })
    expect((await ask(RIGHT, { url: '/api/health' })).statusCode).toBe(429)
    expect((await ask(null, { url: '/api/health' })).statusCode).toBe(200)
  })
})

describe('wrong passwords', () => {
  it('lock their address: even the right one is not compared', async () => {
    const ask = await open()
    await guessWrong(ask, 20)
    const refused = await ask(RIGHT)
    expect(problemIn(refused)).toMatchObject({ status: 429, code: 'too-many-requests' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('leave other addresses alone', async () => {
    const ask = await open()
    await guessWrong(ask, 20)
    expect((await ask(RIGHT, { ip: '203.0.113.8' })).statusCode).toBe(200)
  })

  it('are counted for the whole network of an IPv6 address', async () => {
    const ask = await open()
    for (let guesses = 0; guesses < 20; guesses += 1) await ask(WRONG, { ip: `2001:db8:1:2::${guesses + 1}` })
    expect((await ask(RIGHT, { ip: '2001:db8:1:2:ffff::1' })).statusCode).toBe(429)
    expect((await ask(RIGHT, { ip: '2001:db8:1:3::1' })).statusCode).toBe(200)
  })

  it('from many addresses lock those from which the right one never came, and no others', async () => {
    const ask = await open()
    await ask(RIGHT, { ip: '198.51.100.1' })
    for (let guesses = 0; guesses < 200; guesses += 1) await ask(WRONG, { ip: `203.0.113.${guesses}` })
    expect((await ask(RIGHT, { ip: '203.0.113.250' })).statusCode).toBe(429)
    expect((await ask(RIGHT, { ip: '198.51.100.1' })).statusCode).toBe(200)
    expect((await ask(RIGHT, { ip: '127.0.0.1' })).statusCode).toBe(200)
  })

  it("don't lock a browser in which the right one was entered before, at the same address", async () => {
    const ask = await open()
    const page = await ask(RIGHT, { headers: { accept: 'text/html' } })
    const [mark = ''] = [page.headers['set-cookie'] ?? ''].flat()
    expect(mark).toMatch(/HttpOnly; SameSite=Strict/)
    await guessWrong(ask, 20)
    const [cookie = ''] = mark.split(';')
    expect((await ask(RIGHT, { headers: { cookie } })).statusCode).toBe(200)
    expect((await ask(null, { headers: { cookie } })).statusCode).toBe(401)
    expect((await ask(RIGHT, { headers: { cookie: `${cookie}x` } })).statusCode).toBe(429)
    await guessWrong(ask, 20, { headers: { cookie } })
    expect((await ask(RIGHT, { headers: { cookie } })).statusCode).toBe(429)
  })
})

describe('behind a proxy', () => {
  const forwarded = (ip: string) => ({ headers: { 'x-forwarded-for': ip }, ip: '10.0.0.2' })

  it('addresses are those that a trusted one forwards', async () => {
    const ask = await open({ trustedProxies: ['10.0.0.0/8'] })
    await guessWrong(ask, 20, forwarded('203.0.113.7'))
    expect((await ask(RIGHT, forwarded('203.0.113.7'))).statusCode).toBe(429)
    expect((await ask(RIGHT, forwarded('198.51.100.9, 203.0.113.7'))).statusCode).toBe(429)
    expect((await ask(RIGHT, forwarded('203.0.113.8'))).statusCode).toBe(200)
  })

  it('a client that is none changes nothing by what it forwards', async () => {
    const ask = await open({ trustedProxies: ['10.0.0.0/8'] })
    for (let guesses = 0; guesses < 20; guesses += 1)
      await ask(WRONG, { headers: { 'x-forwarded-for': `198.51.100.${guesses}` } })
    expect((await ask(RIGHT, { headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(429)
  })
})

describe('a locked guesser', () => {
  const guesser = { name: '203.0.113.7', isKnown: false }

  it('waits until a minute has passed', () => {
    let now = 0
    const limit = createGuessLimit({ now: () => now, each: 2 })
    limit.addWrong(guesser)
    expect(limit.secondsLeft(guesser)).toBe(0)
    now = 20_000
    limit.addWrong(guesser)
    expect(limit.secondsLeft(guesser)).toBe(40)
    now = 60_000
    expect(limit.secondsLeft(guesser)).toBe(0)
  })

  it('is not set free by the guesses of many others', () => {
    const limit = createGuessLimit({ now: () => 0, each: 1, together: 200 })
    limit.addWrong(guesser)
    for (let other = 0; other < 10_000; other += 1) limit.addWrong({ name: String(other), isKnown: false })
    expect(limit.secondsLeft(guesser)).toBeGreaterThan(0)
  })
})

describe('the network of a client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:0:0:0:0/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (ip, network) => expect(clientNetwork(ip)).toBe(network))
})
