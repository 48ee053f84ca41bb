import { expect } from 'vitest'

import type { Message } from '../../src/messages/message.ts'
import { getRecording, type Recording } from './recordings.ts'
import type { ReplayApp } from './replayApp.ts'
import type { Tampering } from './replayServer.ts'

/** The recordings of one turn: a call is followed by its recorded successor, or by a text. */
export function followUps(recording: Recording): readonly Recording[] {
  if (recording.next !== undefined) return [recording, ...followUps(getRecording(recording.next))]
  if (recording.expect.finishReason !== 'tool-calls') return [recording]
  const after = recording.wire === 'chat' && recording.provider === 'openai' ? 'chat-text' : 'text'
  return [recording, getRecording(`${recording.provider}/${after}`)]
}

/** `chat-` cases of OpenAI are what other servers speak; Ollama has two forms. */
const providerOf = ({ provider, wire }: Recording): string =>
  provider === 'openai' && wire === 'chat' ? 'openai-compatible' : provider

/** Plays recordings as the steps of one turn. */
export async function playRecording(
  app: ReplayApp,
  recordings: readonly Recording[],
  tampering?: Tampering,
): Promise<Message> {
  const [first] = recordings
  if (first === undefined) throw new Error('There is no recording to play.')
  const address = app.replay.address(
    recordings.map(({ id }) => id),
    tampering,
  )
  const config = await app.createConfig({
    provider: providerOf(first),
    modelName: first.recordedRequest?.model?.replace(/^\{.*/, '') || 'some-model',
    baseUrl: first.wire === 'chat' && first.provider === 'ollama' ? `${address}/v1` : address,
    inOnePiece: first.kind === 'json',
  })
  return app.playTurn(await app.createSession(), config)
}

export const textIn = ({ parts }: Message, type: 'text' | 'thinking') =>
  parts.map((part) => (part.type === type ? part.text : '')).join('')
const callsIn = ({ parts }: Message) =>
  parts.flatMap((part) => (part.type === 'tool-call' ? [{ name: part.toolName, input: part.input }] : []))

const sum = (numbers: readonly (number | undefined)[]): number | undefined =>
  numbers.reduce((total, number) => (number === undefined ? total : (total ?? 0) + number), undefined)

/** Some servers leave the thinking of a model in its text, with the closing tag alone. */
function withThinking<Expected extends { text?: string | undefined; reasoning?: string | undefined }>(
  expected: Expected,
) {
  const [text = '', ...before] = (expected.text ?? '').split('</think>').toReversed()
  if (before.length === 0) return expected
  const thinking = before.toReversed().map((part) => part.trim())
  return { ...expected, text: text.trimStart(), reasoning: (expected.reasoning ?? '') + thinking.join('') }
}

/** Expects the stored message to have the content of the recordings. */
export function expectStored(message: Message, recordings: readonly Recording[]): void {
  const expected = recordings.map((recording) => withThinking(recording.expect))
  const last = expected.at(-1)
  const expectedModel = last?.model
  const inputTokens = sum(expected.map(({ usage }) => usage?.inputTokens))
  const outputTokens = sum(expected.map(({ usage }) => usage?.outputTokens))
  expect(message.error).toBeNull()
  expect(message.status).toBe('done')
  expect(textIn(message, 'text')).toBe(expected.map(({ text }) => text ?? '').join(''))
  expect(textIn(message, 'thinking')).toBe(expected.map(({ reasoning }) => reasoning ?? '').join(''))
  expect(callsIn(message)).toEqual(
    expected.flatMap(({ toolCalls = [] }) => toolCalls.map(({ name, input }) => ({ name, input }))),
  )
  expect(last?.finishReasonAnyOf ?? [last?.finishReason]).toContain(message.finishReason)
  if (expectedModel !== undefined) expect(message.model?.answeringModel).toBe(expectedModel)
  expect(message.usage).toMatchObject({ inputTokens: inputTokens ?? null, outputTokens: outputTokens ?? null })
}
