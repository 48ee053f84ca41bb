import { expect } from 'vitest'

import { BudgetList, BudgetResponse } from '../../src/web/schemas/budget.ts'
import { GARDEN_ID } from './garden.ts'
import { sendMessage, waitForAnswer } from './play.ts'
import { openScriptedProvider, type ScriptedAnswer } from './scriptedProvider.ts'
import { openTestApp } from './testApp.ts'

/** Less than the worst case of any request of the garden. */
export const USAGE = { prompt_tokens: 900, completion_tokens: 100 }
/** For a million tokens. */
export const PRICES = { currency: 'USD', input: 2, cachedInput: null, cacheWrite: null, output: 10 }

/** An app with a model whose provider answers as the script says. */
export async function openBudgetApp(
  script: (body: string, number: number) => ScriptedAnswer = () => ({ text: 'It rains on the shed.', usage: USAGE }),
  fields: object = {},
) {
  const provider = await openScriptedProvider(script)
  const test = await openTestApp({ usesRealModels: true, requestsPerMinute: 1_000_000 })
  const config = { name: 'Scripted', provider: 'openai-compatible', modelName: 'm', baseUrl: provider.url, ...fields }
  const made = await test.send('POST', '/model-configs', config)
  expect(made.statusCode, made.body).toBe(201)
  const modelConfigId = String(made.json().id)

  const lastAnswer = (session: Awaited<ReturnType<typeof waitForAnswer>>) => {
    const answer = session.messages.at(-1)
    if (answer === undefined) throw new Error('The session has no messages.')
    return answer
  }
  return {
    test,
    provider,
    modelConfigId,
    lastAnswer,
    addBudget: async (scope: string, unit: string, limit: number): Promise<BudgetResponse> => {
      const response = await test.send('POST', '/budgets', { scope, unit, limit })
      expect(response.statusCode, response.body).toBe(201)
      return BudgetResponse.parse(response.json())
    },
    readBudgets: async (sessionId?: string): Promise<BudgetResponse[]> => {
      const response = await test.get(`/budgets${sessionId === undefined ? '' : `?sessionId=${sessionId}`}`)
      return BudgetList.parse(response.json()).data
    },
    setPrices: (prices: object) => test.send('PUT', `/model-configs/${modelConfigId}/prices`, prices),
    /** A session of the model, after its opening. */
    start: async (): Promise<string> => {
      const created = await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId })
      const id = String(created.json().id)
      await waitForAnswer(test, id)
      return id
    },
    /** The answer to a message. */
    say: async (id: string, text = 'I wait.') => lastAnswer(await sendMessage(test, id, text)),
    /** Another answer to the same message. */
    retry: async (id: string, messageId: string, body: object = {}) => {
      const response = await test.send('POST', `/sessions/${id}/messages/${messageId}/retry`, body)
      expect(response.statusCode, response.body).toBe(202)
      return lastAnswer(await waitForAnswer(test, id))
    },
  }
}
