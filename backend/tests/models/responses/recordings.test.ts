import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { followUps, expectStored, playRecording, textIn } from '../../support/playRecording.ts'
import { getRecording, type Recording, recordings } from '../../support/recordings.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const all = [...recordings.values()]
const ofKind = (kind: Recording['kind']) => all.filter((recording) => recording.kind === kind)

const whole = ofKind('stream').filter(({ expect: expected }) => expected.error === undefined)

describe.each(whole)('the recorded stream $id', (recording) => {
  it.each([undefined, 1, 7])('gives the recorded answer in chunks of %s bytes', async (bytes) => {
    const chain = followUps(recording)
    expectStored(await playRecording(app, chain, bytes === undefined ? {} : { bytes }), chain)
  })
})

describe.each(ofKind('json'))('the recorded answer $id', (recording) => {
  it('gives the recorded answer without streaming', async () => {
    const chain = [recording]
    if (recording.expect.finishReason === 'tool-calls') chain.push(getRecording(`${recording.provider}/text-json`))
    expectStored(await playRecording(app, chain), chain)
  })
})

const CODES: Readonly<Record<string, string>> = {
  'anthropic/error-401': 'invalid-key',
  'anthropic/error-404-model': 'model-not-found',
  'anthropic/error-400-too-long': 'context-too-long',
  'anthropic/error-429': 'rate-limited',
  'anthropic/error-529': 'overloaded',
  'deepseek/error-401': 'invalid-key',
  'deepseek/error-400-model': 'model-not-found',
  'deepseek/error-400-too-long': 'context-too-long',
  'google/error-400-key': 'invalid-key',
  'google/error-404-model': 'model-not-found',
  'google/error-429': 'rate-limited',
  'google/error-503': 'overloaded',
  'mistral/error-401': 'invalid-key',
  'mistral/error-400-model': 'model-not-found',
  'mistral/error-429': 'rate-limited',
  'ollama/error-400-no-tools': 'refused-parameters',
  'ollama/error-404-model': 'model-not-found',
  'ollama/v1-error-401': 'invalid-key',
  'openai/error-401': 'invalid-key',
  'openai/error-400-model': 'model-not-found',
  'openai/chat-error-404-model': 'model-not-found',
  'openai/error-429-quota': 'no-credit',
  'openai/error-midstream': 'no-credit',
  'openrouter/error-401': 'invalid-key',
  'openrouter/error-400-model': 'model-not-found',
  'openrouter/error-429': 'rate-limited',
  'openrouter/error-midstream': 'output-limit',
  'xai/error-400-key': 'invalid-key',
  'xai/error-400-model': 'model-not-found',
  'xai/error-429': 'no-credit',
}

describe.concurrent('a recorded error', () => {
  const failing = all.filter(({ expect: expected }) => expected.error !== undefined)

  it('has an error code each', () => {
    expect(failing.map(({ id }) => id).filter((id) => !(id in CODES))).toEqual([])
  })

  it.each(failing)("$id has its code, the provider's message and a hint", async (recording) => {
    const message = await playRecording(app, [recording])
    const { error, text = '', reasoning = '' } = recording.expect
    expect(message.status).toBe('failed')
    expect(message.error).toMatchObject({ code: CODES[recording.id], detail: expect.any(String) })
    expect(message.error?.hint).not.toBe('')
    const said = (error?.messageAnyOf ?? [error?.message ?? '']).map((words) => words.slice(0, 300))
    expect(said).toContain(message.error?.providerMessage)
    expect(textIn(message, 'text')).toBe(text)
    expect(textIn(message, 'thinking')).toBe(reasoning)
    if (recording.kind === 'error') expect(message.error?.status).toBe(error?.status)
  })
})

const ModelList = z.object({ data: z.array(z.object({ id: z.string() })) })

describe('a recorded list of models', () => {
  it.each(ofKind('models'))('$id is read', async ({ id, provider, path, expect: { count = 0, firstIds = [] } }) => {
    const base = path.replace(/\/(models|tags)$/, '')
    const baseUrl = `${app.replay.address([id])}${base}`
    const answer = await app.send('POST', '/model-configs/models', { provider, modelName: 'any', baseUrl, apiKey: 'k' })
    const ids = ModelList.parse(answer.json()).data.map((model) => model.id)
    const known = firstIds.map((name) => name.replace(/^models\//, '')).filter((name) => ids.includes(name))
    expect(answer.status).toBe(200)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.length).toBeLessThanOrEqual(count)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.slice(0, known.length)).toEqual(known)
    expect(ids.filter((name) => /embed|whisper|tts|dall-e/.test(name))).toEqual([])
  })
})
