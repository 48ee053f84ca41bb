import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { Budget } from '../../src/budgets/budget.ts'
import { createRequestGate } from '../../src/budgets/requestGate.ts'
import { systemClock } from '../../src/clock.ts'
import type { Database } from '../../src/db/database.ts'
import { createBudgetStore } from '../../src/db/models/budgetStore.ts'
import { createRequestStore } from '../../src/db/models/requestStore.ts'
import { findDenial } from '../../src/models/transport/requestDeniedError.ts'
import type { RequestContext } from '../../src/models/transport/requestLog.ts'
import { withRequestObserver } from '../../src/models/transport/requestObserver.ts'
import { createRequestRecorder, type RequestRecorder } from '../../src/requests/requestRecorder.ts'
import { addBudget, readBudgets } from '../support/budgets.ts'
import { type DatabaseKind, DATABASES, openTestDatabase } from '../support/testDb.ts'

const SENDS = 1000
const BODY = JSON.stringify({ messages: [{ role: 'user', content: 'I wait.' }], max_tokens: 50 })
const Used = z.object({ inputTokens: z.number(), outputTokens: z.number() })

/** A provider that counts what it charges: a few tokens less than the worst case, and different for each request. */
async function openProvider() {
  const charged = { requests: 0, tokens: 0 }
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      charged.requests += 1
      const used = { inputTokens: 20 + (charged.requests % 7), outputTokens: 30 + (charged.requests % 21) }
      charged.tokens += used.inputTokens + used.outputTokens
      response.end(JSON.stringify(used))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return { charged, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function open(kind: DatabaseKind, budgets: readonly Pick<Budget, 'scope' | 'unit' | 'limit'>[]) {
  const db = await openTestDatabase(kind)
  onTestFinished(() => db.destroy())
  for (const budget of budgets) await addBudget(db, budget)
  const { charged, url } = await openProvider()
  // Two of them have separate transactions at the same time, as two processes have.
  const recorders = [createRecorder(db), createRecorder(db)] as const
  const send = withRequestObserver(fetch, (part) => part)
  const context: RequestContext = {
    purpose: 'turn',
    sessionId: null,
    messageId: null,
    step: 1,
    modelConfigId: null,
    model: { label: 'Scripted', provider: 'openai-compatible', modelName: 'm', host: 'm.example' },
    prices: { source: 'own', prices: { currency: 'USD', input: 2, cachedInput: null, cacheWrite: null, output: 10 } },
  }
  /** Returns the code of the error, or null. */
  const sendOne = async (_: unknown, number = 0): Promise<string | null> => {
    const call = recorders[number % 2 === 0 ? 0 : 1].open({ ...context, messageId: systemClock.newId() })
    try {
      const response = await call.observe(() => send(url, { method: 'POST', body: BODY }))
      call.end({ outcome: 'done', usage: Used.parse(await response.json()) })
      return null
    } catch (caught) {
      call.end({ outcome: 'failed', usage: null })
      const code = findDenial(caught)?.code
      if (code === undefined) throw caught
      return code
    }
  }
  const settled = async (): Promise<void> => {
    for (const recorder of recorders) await recorder.settled()
  }
  return { db, charged, settled, sendOne }
}

const createRecorder = (db: Database): RequestRecorder =>
  createRequestRecorder({
    store: createRequestStore(db),
    gate: createRequestGate(createBudgetStore(db), systemClock.now),
    clock: systemClock,
    onFailure: (failure) => {
      throw failure
    },
  })

describe.each(DATABASES)('1,000 requests at the same time, with %s', (kind) => {
  it('are no more than a budget of turns allows', async () => {
    const { db, charged, settled, sendOne } = await open(kind, [{ scope: 'day', unit: 'turns', limit: 100 }])
    const codes = await Promise.all(Array.from({ length: SENDS }, sendOne))
    await settled()
    expect(charged.requests).toBe(100)
    expect(codes.filter((code) => code === null)).toHaveLength(100)
    expect(codes.filter((code) => code === 'budget-used-up')).toHaveLength(SENDS - 100)
    expect(await readBudgets(db)).toEqual([{ used: 100, reserved: 0 }])
  })

  it('spend no token more than a budget allows, and nearly all of them', async () => {
    const limit = 12_345
    const { db, charged, settled, sendOne } = await open(kind, [
      { scope: 'day', unit: 'tokens', limit },
      { scope: 'month', unit: 'money', limit: 1e9 },
    ])
    await Promise.all(Array.from({ length: SENDS }, sendOne))
    // What was reserved for more than it used is free again.
    do await settled()
    while ((await sendOne(null)) === null)
    expect(charged.tokens).toBeLessThanOrEqual(limit)
    expect(charged.tokens).toBeGreaterThan(limit - 100)
    expect(charged.requests).toBeLessThan(SENDS)
    const [tokens, money] = await readBudgets(db)
    expect(tokens).toEqual({ used: charged.tokens, reserved: 0 })
    expect(money?.reserved).toBe(0)
    expect(money?.used).toBeGreaterThan(0)
  })
})
