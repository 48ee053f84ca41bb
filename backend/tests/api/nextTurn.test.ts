import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { SessionDetail } from '../../src/web/schemas/session.ts'
import { addFiles } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from '../support/garden.ts'
import { sendMessage, waitForAnswer } from '../support/play.ts'
import { openProvider, type SeenRequest } from '../support/provider.ts'
import { chat } from '../support/providerStreams.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

interface Playing {
  readonly test: TestApp
  readonly configId: string
  readonly session: SessionDetail
  /** Plays a turn, and returns the last request that the provider got. */
  turn(): Promise<{ readonly sent: SeenRequest | undefined; readonly answeredBy: string | undefined }>
  change(fields: object): Promise<void>
  /** Returns the id of another config of the same provider. */
  addConfig(name: string): Promise<string>
}

const Created = z.object({ id: z.string() })

const FIELDS = { name: 'First', provider: 'openai-compatible', modelName: 'quill-1', apiKey: 'key-of-the-tests-1' }

/** A session that has been played: everything that a turn reads is cached. */
async function play(): Promise<Playing> {
  const test = await openTestApp({ usesRealModels: true })
  const { url, seen } = await openProvider((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(chat({ content: 'You look around.' }))
  })
  const fields = { ...FIELDS, baseUrl: url }
  const addConfig = async (name: string): Promise<string> =>
    Created.parse((await test.send('POST', '/model-configs', { ...fields, name })).json()).id
  const configId = await addConfig('First')
  const created = await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId: configId })
  const session = await waitForAnswer(test, Created.parse(created.json()).id)
  const turn: Playing['turn'] = async () => {
    const { messages } = await sendMessage(test, session.id, 'Look.')
    return { sent: seen.at(-1), answeredBy: messages.at(-1)?.model?.configName }
  }
  const change = async (changed: object): Promise<void> => {
    const { statusCode, body } = await test.send('PUT', `/model-configs/${configId}`, { ...fields, ...changed })
    if (statusCode !== 200) throw new Error(body)
  }
  await turn()
  return { test, configId, session, turn, change, addConfig }
}

describe('the next turn', () => {
  it('uses the new name, model, key and parameters of its config', async () => {
    const { turn, change } = await play()
    await change({ name: 'Renamed' })
    expect(await turn()).toMatchObject({ answeredBy: 'Renamed', sent: { body: { model: 'quill-1' } } })
    await change({ modelName: 'quill-2' })
    expect(await turn()).toMatchObject({ sent: { body: { model: 'quill-2' } } })
    await change({ apiKey: 'key-of-the-tests-2' })
    expect(await turn()).toMatchObject({ sent: { headers: { authorization: 'Bearer key-of-the-tests-2' } } })
    await change({ temperature: 0.25 })
    expect(await turn()).toMatchObject({ sent: { body: { temperature: 0.25 } } })
  })

  it('uses the model that the session has now, and another when that is deleted', async () => {
    const { test, configId, session, turn, addConfig } = await play()
    const secondId = await addConfig('Second')
    await test.send('PATCH', `/sessions/${session.id}`, { modelConfigId: secondId })
    expect((await turn()).answeredBy).toBe('Second')
    await test.send('DELETE', `/model-configs/${secondId}`)
    expect((await turn()).answeredBy).not.toBe('Second')
    await test.send('PUT', '/model-configs/order', { ids: [configId] })
    expect((await turn()).answeredBy).toBe('First')
  })

  it('plays the gamebook as its file is now', async () => {
    const { test, turn } = await play()
    for (const word of ['Dry', 'Blue', 'Tall']) {
      const source = GARDEN.replaceAll('Wet grass', `${word} grass`)
      await addFiles(test.folders.example, { [`${GARDEN_ID}/llm-gamebook.yaml`]: source })
      expect(JSON.stringify((await turn()).sent?.body)).toContain(`${word} grass`)
    }
  })

  it('continues at the head that the session has now', async () => {
    const { test, session, turn } = await play()
    await test.send('PUT', `/sessions/${session.id}/head`, { messageId: session.headId })
    expect((await turn()).sent?.body['messages']).toHaveLength(4)
  })

  it('is not offered in a session that was deleted', async () => {
    const { test, session } = await play()
    await test.send('DELETE', `/sessions/${session.id}`)
    const answer = await test.send('POST', `/sessions/${session.id}/messages`, { text: 'Look.' })
    expect(answer.json()).toMatchObject({ code: 'session-deleted' })
  })
})
