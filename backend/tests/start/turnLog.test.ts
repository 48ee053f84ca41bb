import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { openEvents } from '../support/eventStream.ts'
import { addFiles, makeFolder } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from '../support/garden.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { chatChunk, DONE, events } from '../support/providerStreams.ts'
import { startServerProcess } from '../support/serverProcess.ts'

const KEY = 'sk-canary-0123456789abcdef'
const SAID = 'The lamp room smells of kelp and brass.'
const usage = { prompt_tokens: 812, completion_tokens: 34, total_tokens: 846 }

const Line = z.looseObject({ msg: z.string(), level: z.number() })

/** Plays an opening and a second turn that the provider rejects, in a server process, and reads its log. */
async function playAndReadLog(settings: NodeJS.ProcessEnv) {
  const provider = await openProvider((response, { body }) => {
    if (JSON.stringify(body['messages']).includes('I light the lamp.')) {
      return answerJson(response, 401, { error: { message: `Wrong key ${KEY} for "I light the lamp."` } })
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const text = chatChunk({ role: 'assistant', content: SAID })
    return response.end(
      events({ ...text, model: 'quill-1-2026' }, { ...chatChunk({}, 'stop'), model: 'quill-1-2026', usage }) + DONE,
    )
  })
  const folder = await makeFolder()
  await addFiles(folder, { 'gamebooks/test/garden/llm-gamebook.yaml': GARDEN })
  const server = startServerProcess({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', ...settings })
  const address = await server.ready
  const create = async (path: string, body: object): Promise<string> => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${address}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return z.looseObject({ id: z.string().optional() }).parse(await answer.json()).id ?? ''
  }
  const model = { name: 'Canary name', provider: 'openai-compatible', modelName: 'quill-1', baseUrl: provider.url }
  const modelConfigId = await create('/model-configs', { ...model, apiKey: KEY })
  const sessionId = await create('/sessions', { gamebookId: GARDEN_ID, modelConfigId })
  const stream = await openEvents(address, sessionId)
  const ends = () => stream.events.filter(({ type }) => type === 'message-end').length
  const statusOf = async () => (await fetch(`${address}/api/sessions/${sessionId}`)).text()
  while ((await statusOf()).includes('"status":"streaming"')) await new Promise((resolve) => setTimeout(resolve, 20))
  await create(`/sessions/${sessionId}/messages`, { text: 'I light the lamp.' })
  await stream.next(() => ends() > 0)
  stream.close()
  server.child.kill('SIGTERM')
  const { errors } = await server.ended
  const lines = errors
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => Line.parse(JSON.parse(line)))
  return { errors, modelConfigId, sessionId, host: new URL(provider.url).host, lines }
}

describe('the log', () => {
  it('has one line per turn, with its model, its tokens and its outcome, without what was written', async () => {
    const { errors, lines, modelConfigId, sessionId, host } = await playAndReadLog({})
    const turns = lines.filter(({ msg }) => msg === 'A turn has ended.')
    const common = { level: 30, modelConfigId, sessionId, host, provider: 'openai-compatible', model: 'quill-1' }
    expect(turns).toMatchObject([
      {
        ...common,
        answeringModel: 'quill-1-2026',
        inputTokens: 812,
        outputTokens: 34,
        outcome: 'done',
        errorCode: null,
      },
      {
        ...common,
        inputTokens: null,
        outputTokens: null,
        outcome: 'failed',
        errorCode: 'invalid-key',
        httpStatus: 401,
      },
    ])
    expect(turns.map(({ ms }) => typeof ms)).toEqual(['number', 'number'])
    for (const secret of [KEY, 'kelp', 'I light the lamp', 'Canary name']) expect(errors).not.toContain(secret)
  })

  it('has no such lines if only errors are asked for', async () => {
    const { lines } = await playAndReadLog({ LOG_LEVEL: 'error' })
    expect(lines.filter(({ msg }) => msg === 'A turn has ended.')).toEqual([])
  })
})
