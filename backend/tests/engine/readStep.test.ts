import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'

import { Answer } from '../../src/engine/answer/answer.ts'
import { readStep } from '../../src/engine/step/readStep.ts'
import { secretForms } from '../../src/models/keys/secretForms.ts'
import { textOf } from '../../src/messages/part.ts'
import { fakeModel, type FakePart, gate, text } from '../support/fakeModel.ts'
import { makeMessage, SESSION } from '../support/messages.ts'

const KEY = 'sk-canary-0123456789'
const REDACTION = {
  secretForms: secretForms({ apiKey: KEY, extraHeaders: null }),
  redact: (shown: string) => shown.replaceAll(KEY, '…'),
}

function openStep(...parts: readonly FakePart[]) {
  const message = makeMessage(SESSION, null, { status: 'streaming', parts: [] })
  const { opened: firstWords, open } = gate()
  const answer = new Answer(message, { emit: open, newId: () => 'part', now: () => message.createdAt })
  const abort = new AbortController()
  const read = readStep({ model: fakeModel(parts), ...REDACTION }, { prompt: [], abortSignal: abort.signal }, answer, {
    text: null,
    protectSecrets: () => null,
  })
  return { read, shown: () => textOf(answer.snapshot()), abort, firstWords }
}

it('reads a step without its secrets, however they are cut', async () => {
  const { read, shown } = openStep(...text('The word is sk-can', 'ary-0123456789', ' and sk-', 'ies.'))
  expect((await read).finishReason).toBe('stop')
  expect(shown()).toBe('The word is … and sk-ies.')
})

it.each([
  ['breaks', [new Error('The connection is gone.')]],
  ['reports an error', [{ type: 'error', error: new Error('The connection is gone.') } as const]],
])('keeps the words that could have begun a secret when the stream %s', async (_how, end) => {
  const words = [
    { type: 'text-start', id: '1' },
    { type: 'text-delta', id: '1', delta: 'Under the blue sk' },
  ] as const
  const { read, shown } = openStep(...words, ...end)
  await expect(read).rejects.toThrow('The connection is gone.')
  expect(shown()).toBe('Under the blue sk')
})

it('keeps them when the player stops the answer', async () => {
  const { read, shown, abort, firstWords } = openStep(...text('Under the blue sk', () => new Promise(() => {})))
  await firstWords
  abort.abort(new Error('Stopped.'))
  await expect(read).rejects.toThrow('Stopped.')
  expect(shown()).toBe('Under the blue sk')
})

it('keeps them when the stream just ends', async () => {
  const { read, shown } = openStep({ type: 'text-delta', id: '1', delta: 'Under the blue sk' })
  expect((await read).finishReason).toBeNull()
  expect(shown()).toBe('Under the blue sk')
})

it('lets the request leave before it finds what the text may not hold', async () => {
  const message = makeMessage(SESSION, null, { status: 'streaming', parts: [] })
  const answer = new Answer(message, { emit: () => {}, newId: () => 'part', now: () => message.createdAt })
  const steps: string[] = []
  const model = fakeModel(text('Rain.'))
  const leaving: typeof model.doStream = async (options) => {
    await setImmediate()
    steps.push('sent')
    return model.doStream(options)
  }
  const signal = new AbortController().signal
  await readStep(
    { model: { ...model, doStream: leaving }, ...REDACTION },
    { prompt: [], abortSignal: signal },
    answer,
    {
      text: null,
      protectSecrets: () => {
        steps.push('found')
        return null
      },
    },
  )
  expect(steps).toEqual(['sent', 'found'])
})
