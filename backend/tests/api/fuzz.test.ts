import { expect, it } from 'vitest'

import { openTestApp } from '../support/testApp.ts'

const REQUESTS = 400
const SEED = 20_260_101
const CANARY = 'sk-canary-0123456789abcdef'
const ID = '01234567-89ab-7def-8123-456789abcdef'

const VALUES: readonly unknown[] = [
  ...[
    '',
    'a',
    '\0',
    '\uD83D',
    '../../etc/passwd',
    '__proto__',
    'x'.repeat(70_000),
    '👩‍🚀'.repeat(300),
    "' or 1=1 --",
    ID,
  ],
  ...[null, true, -1, 0, 1e308, 2 ** 53, [], {}, [[[[]]]], { constructor: { prototype: 1 } }],
]

const NAMES = 'text title gamebookId modelConfigId messageId ids name provider modelName baseUrl apiKey extraBody yaml'
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const PROVIDERS = ['openai', 'ollama', 'builtin', 'no-such-provider']

/** The same numbers every time. */
function createRandom(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed
  return (items) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const item = items[Math.floor((state / 2 ** 32) * items.length)]
    if (item === undefined) throw new Error('There is nothing to choose from.')
    return item
  }
}

it('answers no hostile request with a fault of the server, and shows no key', { timeout: 240_000 }, async () => {
  const { app } = await openTestApp({ requestsPerMinute: 1_000_000 })
  const headers = { host: 'localhost' }
  const pick = createRandom(SEED)
  const model = { name: 'A', provider: 'openai', modelName: 'm', apiKey: CANARY }
  const config = await app.inject({ method: 'POST', url: '/api/model-configs', headers, payload: model })
  const session = await app.inject({
    method: 'POST',
    url: '/api/sessions',
    headers,
    payload: { gamebookId: 'test/garden' },
  })
  const ids = [config.json().id, session.json().id, ID, '%00', '..%2f..', 'a', '%F0%9F']
  const document = await app.inject({ url: '/api/openapi.json', headers })
  const paths: Record<string, Record<string, unknown>> = document.json().paths
  const operations = Object.entries(paths)
    .flatMap(([path, item]) => Object.keys(item).map((method) => [method.toUpperCase(), path] as const))
    .filter(([, path]) => !/events|test|\/models$|docs/.test(path))

  const body = (): string => {
    const fields = Array.from({ length: pick([0, 1, 3, 6]) }, () => [pick(NAMES.split(' ')), pick(VALUES)] as const)
    const json = JSON.stringify({ ...Object.fromEntries(fields), ...pick([{}, { provider: pick(PROVIDERS) }]) })
    return pick([json, json, json, json.slice(1), '', '[]', 'null', '['.repeat(5000), `{"a":1,"a":${json}}`])
  }
  const statuses = new Set<number>()
  const send = async (): Promise<string> => {
    const [method, path] = pick(operations)
    const url = path.replaceAll(/\{\w+\}/g, () => pick(ids)) + pick(['', '', `?cursor=%00&limit=-1`, '?gamebookId=%00'])
    const type = pick(['application/json', 'application/json', 'text/plain', 'x'])
    const answer = await app.inject({
      method: METHODS.find((known) => known === method) ?? 'GET',
      url,
      headers: { ...headers, ...(method !== 'GET' && { 'content-type': type }) },
      ...(method !== 'GET' && { payload: body() }),
    })
    statuses.add(answer.statusCode)
    const isFault = answer.statusCode >= 500 || answer.body.includes(CANARY)
    return isFault ? `${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 200)}` : ''
  }
  const faults: string[] = []
  for (let sent = 0; sent < REQUESTS; sent += 8) faults.push(...(await Promise.all(Array.from({ length: 8 }, send))))
  expect(faults.filter((fault) => fault !== '')).toEqual([])
  // The requests reach the routes, not only the checks before them.
  expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 404, 415, 422]))
  expect((await app.inject({ url: '/api/health', headers })).statusCode).toBe(200)
})
