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
