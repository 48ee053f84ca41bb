import type { LookupAddress } from 'node:dns'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'

import { isForbiddenHost } from '../../../src/models/address/forbiddenHost.ts'
import { createNodeFetch } from '../../../src/models/transport/nodeFetch.ts'
import { listen, startServer } from './startServer.ts'

const FORBIDDEN = { cause: { code: 'forbidden-host' } }

describe('a host that is reserved for the machine itself', () => {
  it.each([
    ['the metadata address', '169.254.169.254'],
    ['the containers of AWS', '169.254.170.23'],
    ['link-local', '169.254.0.1'],
    ['Alibaba', '100.100.100.200'],
    ['the host of a machine on Azure', '168.63.129.16'],
    ['Oracle', '192.0.0.192'],
    ['a decimal number', '2852039166'],
    ['a hexadecimal number', '0xA9FEA9FE'],
    ['octal parts', '0251.0376.0251.0376'],
    ['mixed parts', '0xa9.254.43518'],
    ['a dot at the end', '169.254.169.254.'],
    ['full-width dots', '169。254。169。254'],
    ['link-local, version 6', '[fe80::1]'],
    ['the end of the link-local range', 'febf:ffff::1'],
    ['a zone', 'fe80::1%eth0'],
    ['a zone in brackets', '[fe80::a9fe:a9fe%25eth0]'],
    ['AWS, version 6', 'fd00:ec2::254'],
    ['AWS, version 6, written out', '[FD00:0EC2:0000:0000:0000:0000:0000:0254]'],
    ['the containers of AWS, version 6', 'fd00:ec2::23'],
    ['Google, version 6', 'fd20:ce::254'],
    ['Oracle, version 6', 'fd00:c1::a9fe:a9fe'],
    ['Linode, version 6', 'fd00:a9fe:a9fe::1'],
    ['Scaleway, version 6', 'fd00:42::42'],
    ['mapped', '::ffff:169.254.169.254'],
    ['mapped, in hexadecimal', '[::ffff:a9fe:a9fe]'],
    ['compatible', '::169.254.169.254'],
    ['translated', '::ffff:0:169.254.169.254'],
    ['6to4', '2002:a9fe:a9fe::1'],
    ['6to4 to another link-local address', '2002:a9fe:1::'],
    ['NAT64', '64:ff9b::169.254.169.254'],
    ['NAT64 to another link-local address', '64:ff9b::169.254.3.4'],
    ['a local NAT64 prefix of 48 bits', '64:ff9b:1:a9fe:a9:fe00::'],
    ['a local NAT64 prefix of 64 bits', '64:ff9b:1:0:a9:fea9:fe00:0'],
    ['a local NAT64 prefix of 96 bits', '64:ff9b:1:ffff::169.254.169.254'],
    ["a NAT64 prefix of the network's own", '2001:db8:64::168.63.129.16'],
    ['a private NAT64 prefix', 'fd12:3456:789a::169.254.169.254'],
    ['a Teredo server', '2001:0:a9fe:a9fe::1'],
    ['a Teredo client', '2001:0:4136:e378:8000:63bf:5601:5601'],
    ['ISATAP', '2001:db8::5efe:169.254.1.1'],
    ['a name of Google', 'metadata.google.internal'],
    ['a name with dots at the end', 'Metadata.Google.Internal..'],
    ['a name of AWS', 'instance-data.ec2.internal'],
  ])('is %s: %s', (_form, host) => expect(isForbiddenHost(host)).toBe(true))

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.0.0.7',
    '172.16.0.1',
    '192.168.1.20',
    '100.64.0.1',
    '169.253.1.1',
    '[::1]',
    '::',
    '::ffff:127.0.0.1',
    '64:ff9b::10.0.0.7',
    'fd12:3456:789a::1',
    'fd00::1',
    '2606:4700::6812:1f0b',
    '2002:c0a8:114::1',
    'localhost',
    'metadata.example.org',
    'api.openai.com',
  ])('is not %s', (host) => expect(isForbiddenHost(host)).toBe(false))
})

describe('a connection', () => {
  it.each(['http://169.254.169.254/latest', 'https://[fd00:ec2::254]/', 'http://2852039166/'])(
    'is never opened to %s',
    async (url) => {
      await expect(createNodeFetch()(url)).rejects.toMatchObject({ code: 'forbidden-host' })
    },
  )

  it('is refused as soon as one address of its name is blocked, also if the name was harmless before', async () => {
    let requests = 0
    const origin = await startServer((_request, response) => {
      requests += 1
      response.setHeader('connection', 'close').end('done')
    })
    const answers: LookupAddress[][] = [
      [{ address: '127.0.0.1', family: 4 }],
      [
        { address: '127.0.0.1', family: 4 },
        { address: 'fd00:ec2::254', family: 6 },
      ],
    ]
    const fetch = createNodeFetch({
      addresses: { lookUp: (_name, _options, found) => found(null, answers.shift() ?? []) },
    })
    const url = origin.replace('127.0.0.1', 'rebound.example.org')
    expect(await (await fetch(url)).text()).toBe('done')
    await expect(fetch(url)).rejects.toMatchObject(FORBIDDEN)
    expect(requests).toBe(1)
  })

  it.each(['http', 'https'])(
    'over %s is closed before the request is sent if it led to a blocked address',
    async (scheme) => {
      const sent: Buffer[] = []
      const closed = Promise.withResolvers<void>()
      const server = createServer((socket) => {
        socket.on('data', (data) => sent.push(data))
        socket.on('error', () => {})
        socket.once('close', () => closed.resolve())
      })
      const origin = (await listen(server)).replace('http', scheme)
      const fetch = createNodeFetch({ addresses: { isForbidden: (address) => address === '127.0.0.1' } })
      await expect(fetch(origin, { method: 'POST', body: 'words' })).rejects.toMatchObject(FORBIDDEN)
      await closed.promise
      const tlsHandshake = 0x16
      expect(sent.filter((data) => data[0] !== tlsHandshake)).toEqual([])
    },
  )
})
