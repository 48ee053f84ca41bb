import { setTimeout } from 'node:timers/promises'

import type { ScriptedProvider } from './scriptedProvider.ts'
import type { Server } from './startServer.ts'

/** Adds a model config for the scripted provider and returns its id. */
export const addNarrator = (
  server: Server,
  { baseUrl }: ScriptedProvider,
  change: { readonly name?: string; readonly modelName?: string } = {},
): Promise<string> =>
  post(server, '/api/model-configs/', {
    name: 'Scripted',
    // Enough for any story of the tests: a summary would take the answer of a turn.
    contextWindow: 1_000_000,
    provider: 'openai-compatible',
    modelName: 'scripted-1',
    baseUrl,
    apiKey: 'sk-test-0123456789',
    ...change,
  })

/** Returns the path of the session's page. */
export async function createSession(server: Server, gamebookId: string, modelConfigId: string): Promise<string> {
  return `/sessions/${await post(server, '/api/sessions', { gamebookId, modelConfigId })}`
}

/** Sets the prices of a model, for a million tokens. */
export async function setPrices({ address }: Server, modelConfigId: string, prices: object): Promise<void> {
  const response = await fetch(`${address}/api/model-configs/${modelConfigId}/prices`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(prices),
  })
  if (!response.ok) throw new Error(`The server did not accept the prices: ${await response.text()}`)
}

/** Plays turns of a session one after the other, without a page. */
export async function playTurns({ address }: Server, sessionPath: string, texts: readonly string[]): Promise<void> {
  const session = `${address}/api${sessionPath}`
  for (const text of texts) {
    await waitForAnswer(session)
    const body = JSON.stringify({ text })
    const headers = { 'content-type': 'application/json' }
    const sent = await fetch(`${session}/messages`, { method: 'POST', headers, body })
    if (!sent.ok) throw new Error(`The server did not accept '${text}': ${await sent.text()}`)
  }
  await waitForAnswer(session)
}

const POLL_MS = 5

async function waitForAnswer(session: string): Promise<void> {
  while ((await (await fetch(session)).text()).includes('"status":"streaming"')) await setTimeout(POLL_MS)
}

/** Creates a resource and returns its id. */
async function post({ address }: Server, path: string, body: object): Promise<string> {
  const response = await fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || typeof answer.id !== 'string') {
    throw new Error(`${path} created nothing: ${JSON.stringify(answer)}`)
  }
  return answer.id
}
