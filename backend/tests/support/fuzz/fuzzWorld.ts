import { z } from 'zod'

import type { Known } from './hostileRequests.ts'

/** An API key that no answer may contain. */
export const CANARY = 'sk-canary-0123456789abcdef'

const WithId = z.object({ id: z.string() })
const Session = WithId.extend({ messages: z.array(WithId) })
const Source = z.object({ yaml: z.string() })

export interface FuzzWorld {
  known(): Known
  /** Requests may have deleted anything: makes a new model, gamebook and story. */
  renew(): Promise<void>
}

export function createFuzzWorld(address: string, providerUrl: string): FuzzWorld {
  let known: Known = {}
  let renewals = 0

  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' }
    const sent = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) }
    const answer = await fetch(`${address}/api${path}`, { ...sent, signal: AbortSignal.timeout(20_000) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }

  return {
    known: () => known,
    async renew() {
      // A new name: nobody knows the gamebook yet, so nobody breaks it.
      renewals += 1
      const model = { name: 'Mine', provider: 'openai-compatible', modelName: 'quill-1', baseUrl: `${providerUrl}/v1` }
      const { id: modelConfigId } = WithId.parse(await call('POST', '/model-configs', { ...model, apiKey: CANARY }))
      const { id: gamebookId } = WithId.parse(await call('POST', '/gamebooks', { title: `Mine ${renewals}` }))
      const { yaml } = Source.parse(await call('GET', `/gamebooks/${gamebookId}/source`))
      const story = Session.parse(await call('POST', '/sessions', { gamebookId, modelConfigId }))
      const other = WithId.parse(await call('POST', '/sessions', { gamebookId, modelConfigId }))
      const [namespace = '', name = ''] = gamebookId.split('/')
      const messageIds = story.messages.map(({ id }) => id)
      const before = known
      const add = (key: string, ids: readonly string[]): readonly string[] => [
        ...(before[key]?.slice(-4) ?? []),
        ...ids,
      ]
      known = {
        modelConfigId: add('modelConfigId', [modelConfigId]),
        ids: add('ids', [modelConfigId]),
        sessionId: add('sessionId', [story.id, other.id]),
        messageId: messageIds.length > 0 ? add('messageId', messageIds) : (before['messageId'] ?? [story.id]),
        gamebookId: add('gamebookId', [gamebookId]),
        namespace: [namespace],
        name: add('name', [name]),
        parameter: ['temperature'],
        yaml: [yaml, yaml.slice(0, yaml.length / 2), yaml.replaceAll(':', ''), yaml.replaceAll('id', '__proto__')],
      }
    },
  }
}
