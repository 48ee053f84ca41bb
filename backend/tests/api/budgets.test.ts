import { describe, expect, it } from 'vitest'

import { createBudget } from '../../src/web/api/budget/crud.ts'
import { openBudgetApp } from '../support/budgetApp.ts'

describe('budgets', () => {
  it('are listed with what is used of them, from the beginning of their period', async () => {
    const { addBudget, readBudgets, start, say, test } = await openBudgetApp()
    const id = await start()
    await test.services.requests.settled()
    const budget = await addBudget('day', 'tokens', 100_000)
    await addBudget('session', 'turns', 10)
    expect(budget).toMatchObject({
      scope: 'day',
      unit: 'tokens',
      limit: 100_000,
      used: 1000,
      reserved: 0,
      state: 'open',
    })
    const [startedAt, endsAt] = [Date.parse(budget.startedAt ?? ''), Date.parse(budget.endsAt ?? '')]
    expect(startedAt).toBeLessThanOrEqual(Date.now())
    expect(endsAt).toBeGreaterThan(Date.now())
    await say(id)
    expect(await readBudgets(id)).toMatchObject([
      { used: 2000, reserved: 0 },
      { used: 2, reserved: 0, startedAt: null, endsAt: null },
    ])
    expect(await readBudgets()).toMatchObject([{ used: 2000 }, { used: null, reserved: null, state: 'open' }])
  })

  it('warn from 80% on, and are used up at the limit', async () => {
    const { addBudget, readBudgets, start, say } = await openBudgetApp()
    await addBudget('month', 'turns', 5)
    const id = await start()
    const states: (string | undefined)[] = []
    for (let turn = 2; turn <= 5; turn += 1) {
      await say(id)
      states.push((await readBudgets())[0]?.state)
    }
    expect(states).toEqual(['open', 'open', 'warning', 'used-up'])
  })

  it('can be changed and deleted', async () => {
    const { addBudget, readBudgets, test } = await openBudgetApp()
    const { id } = await addBudget('day', 'money', 2.5)
    expect((await test.send('PATCH', `/budgets/${id}`, { limit: 0.1 })).json()).toMatchObject({ limit: 0.1 })
    expect((await test.send('DELETE', `/budgets/${id}`)).statusCode).toBe(204)
    expect(await readBudgets()).toEqual([])
    for (const method of ['PATCH', 'DELETE'] as const) {
      const response = await test.send(method, `/budgets/${id}`, method === 'PATCH' ? { limit: 1 } : undefined)
      expect(response.json()).toMatchObject({ status: 404, code: 'budget-not-found' })
    }
  })

  it.each([
    ['turns', 0],
    ['turns', -5],
    ['turns', 2.5],
    ['tokens', 1e13],
    ['money', 1e-9],
    ['money', 1e7],
    ['money', Number.NaN],
    ['money', Number.POSITIVE_INFINITY],
    ['tokens', '100'],
  ])('have no limit of %s like %s', async (unit, limit) => {
    const { addBudget, test } = await openBudgetApp()
    const created = await test.send('POST', '/budgets', { scope: 'day', unit, limit })
    expect(created.json()).toMatchObject({ status: 422, code: 'invalid-input', errors: { limit: expect.any(String) } })
    const { id } = await addBudget('day', unit, 10)
    const changed = await test.send('PATCH', `/budgets/${id}`, { limit })
    expect(changed.json()).toMatchObject({ status: 422, code: 'invalid-input', errors: { limit: expect.any(String) } })
  })

  it('are at most twenty', async () => {
    const { addBudget, test } = await openBudgetApp()
    for (let number = 1; number <= 20; number += 1) await addBudget('day', 'turns', number)
    const response = await test.send('POST', '/budgets', { scope: 'day', unit: 'turns', limit: 1 })
    expect(response.json()).toMatchObject({ status: 409, code: 'too-many-budgets' })
  })

  it('are at most twenty, also if they are created at the same time', async () => {
    const { readBudgets, test } = await openBudgetApp()
    const create = () => createBudget(test.services, { scope: 'day', unit: 'turns', limit: 1 })
    const results = await Promise.allSettled(Array.from({ length: 30 }, create))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    expect(await readBudgets()).toHaveLength(20)
  })
})
