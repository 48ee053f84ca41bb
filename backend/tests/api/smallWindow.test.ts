import { expect, it } from 'vitest'

import { fakeModel, text } from '../support/fakeModel.ts'
import { startSession, sendMessage, waitForAnswer } from '../support/play.ts'
import { openTestApp } from '../support/testApp.ts'
import { makeLibraryFolders } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from '../support/garden.ts'

const FIELDS = { name: 'Tiny', provider: 'openai-compatible', modelName: 'tiny', baseUrl: 'http://127.0.0.1:1/v1' }

async function open(contextWindow: number | null, gamebook = GARDEN) {
  const model = fakeModel(text('Dawn.'))
  const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': gamebook })
  const test = await openTestApp({ model, folders })
  const made = await test.send('POST', '/model-configs', { ...FIELDS, contextWindow })
  const modelConfigId = String(made.json().id)
  return { test, model, modelConfigId }
}

it('says before anything is sent that the window is too small for the gamebook, and what to do', async () => {
  const { test, model, modelConfigId } = await open(512)
  const { id } = (await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId })).json()
  await waitForAnswer(test, id)
  const { messages } = await sendMessage(test, id, 'On.')
  expect(model.doStreamCalls).toEqual([])
  expect(messages.at(-1)).toMatchObject({
    status: 'failed',
    error: {
      code: 'window-too-small',
      detail: expect.stringMatching(/^tiny reads 512 tokens, and this story needs about [\d,]+\.$/),
      hint: expect.stringContaining('Set "Context window" in the model\'s settings to'),
      retryable: false,
    },
  })
})

/** Needs about 3,000 tokens. */
const LONG_BOOK = GARDEN.replace('description: A gate', `description: ${'It is an old garden. '.repeat(530)}A gate`)

it('says so at the opening of a gamebook of 3,000 tokens with a window of 2,048, and plays with the one it names', async () => {
  const { test, model, modelConfigId } = await open(2048, LONG_BOOK)
  const { id } = (await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId })).json()
  const { messages } = await waitForAnswer(test, id)
  expect(model.doStreamCalls).toEqual([])
  expect(messages).toMatchObject([
    {
      parts: [],
      error: {
        code: 'window-too-small',
        detail: expect.stringMatching(/^tiny reads 2,048 tokens, and this story needs about (2,9|3,0)\d\d\.$/),
        hint: expect.stringContaining('"Context window" in the model\'s settings to 8,192 if'),
      },
    },
  ])

  const { updatedAt } = (await test.get(`/model-configs/${modelConfigId}`)).json()
  const saved = await test.send('PUT', `/model-configs/${modelConfigId}`, { ...FIELDS, contextWindow: 8192, updatedAt })
  expect(saved.statusCode).toBe(200)
  await test.send('POST', `/sessions/${id}/messages/${String(messages[0]?.id)}/retry`)
  expect((await waitForAnswer(test, id)).messages).toMatchObject([{ status: 'done', error: null }])
  expect((await sendMessage(test, id, 'On.')).messages.at(-1)).toMatchObject({ status: 'done', error: null })
})

it('says nothing if the window is only assumed', async () => {
  const { test, model } = await open(null)
  const { id } = await startSession(test)
  await sendMessage(test, id, 'On. '.repeat(4000))
  expect(model.doStreamCalls).toHaveLength(2)
})
