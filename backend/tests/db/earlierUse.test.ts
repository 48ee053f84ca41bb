import { describe, expect, it, onTestFinished } from 'vitest'

import { periodsAt } from '../../src/budgets/period.ts'
import { insertBudget } from '../../src/db/models/budgetQueries.ts'
import { createRequestStore } from '../../src/db/models/requestStore.ts'
import type { StoredRequest } from '../../src/requests/storedRequest.ts'
import { addSession, NOW } from '../support/messages.ts'
import { DATABASES, openTestDatabase } from '../support/testDb.ts'

const request: StoredRequest = {
  ...{ id: '', sessionId: null, messageId: null, modelConfigId: null, purpose: 'turn', step: 1 },
  model: { label: 'm', provider: 'ollama', modelName: 'm', host: 'localhost' },
  ...{ baseId: null, depth: 0, shared: 0, rest: null, blocks: 1, bytes: 10 },
  ...{ usage: null, usageNotice: null, cost: null, currency: null, priceSource: null },
  ...{ startedAt: NOW, firstTokenMs: null, durationMs: 5, outcome: 'done', errorCode: null },
}

describe.each(DATABASES)('a new budget for a session in %s', (kind) => {
  it('counts the turns before it, each once', async () => {
    const db = await openTestDatabase(kind)
    onTestFinished(() => db.destroy())
    const { id: sessionId } = await addSession(db)
    const store = createRequestStore(db)
    const sent = [
      { id: '1', messageId: 'first', outcome: 'failed' },
      { id: '2', messageId: 'first' },
      { id: '3', messageId: 'first', step: 2 },
      { id: '4', messageId: 'second' },
      { id: '5', purpose: 'summary' },
    ] as const
    for (const one of sent) await store.insert({ ...request, sessionId, ...one }, null, null)
    const budget = { id: 'b', scope: 'session', unit: 'turns', limit: 10, createdAt: NOW } as const
    await insertBudget(db, budget, periodsAt(NOW, null))
    const rows = await db.selectFrom('budgetUse').select(['period', 'used']).execute()
    expect(rows).toEqual([{ period: sessionId, used: 2 }])
  })
})
