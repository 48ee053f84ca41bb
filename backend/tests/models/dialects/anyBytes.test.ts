import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readStream, type ReadStream } from './readStream.ts'
import { anthropicMessages } from '../../../src/models/dialects/anthropicMessages.ts'
import { chatCompletions } from '../../../src/models/dialects/chatCompletions.ts'
import type { Dialect } from '../../../src/models/dialects/dialect.ts'
import { googleContent } from '../../../src/models/dialects/googleContent.ts'
import { ollamaChat } from '../../../src/models/dialects/ollamaChat.ts'
import { openaiResponses } from '../../../src/models/dialects/openaiResponses.ts'
import { plainForm } from '../../../src/models/providers/shared/chatForms.ts'
import { type Recording, readAnswer, recordings } from '../../support/recordings.ts'

const DIALECTS: Readonly<Record<string, Dialect>> = {
  chat: chatCompletions(plainForm),
  responses: openaiResponses,
  anthropic: anthropicMessages,
  gemini: googleContent,
  ollama: ollamaChat,
}

/** Long streams would only repeat what short ones show. */
const MAX_BYTES = 12_000

/** Only these are cut at every byte. */
const SHORT_BYTES = 2500

const all = [...recordings.values()].filter(
  ({ kind, expect: expected }) => kind === 'stream' && expected.error === undefined,
)
const bytesOf = (recording: Recording): Buffer => Buffer.from((readAnswer(recording).chunks ?? []).join(''))
const dialectOf = ({ wire }: Recording): Dialect => {
  const dialect = DIALECTS[wire]
  if (dialect === undefined) throw new Error(`There is no dialect ${wire}.`)
  return dialect
}
const streams = all.filter((recording) => bytesOf(recording).length < MAX_BYTES)

/** What holds nothing of an answer, in any dialect. */
const junk = fc.oneof(
  fc.constantFrom(
    { type: 'ping' },
    { type: 'brand_new', value: { deep: [1, null] } },
    {},
    { choices: null },
    { choices: [] },
    { choices: [{}] },
    { choices: [null] },
    { candidates: [] },
    { message: null },
    { error: null },
    { delta: null, index: null },
    { usage: null },
  ),
  fc.jsonValue({ maxDepth: 2 }).filter((value) => typeof value !== 'object' || value === null || Array.isArray(value)),
)

describe('every dialect has recordings', () => {
  it.each(Object.keys(DIALECTS))('%s', (wire) => {
    expect(streams.filter((recording) => recording.wire === wire).length).toBeGreaterThan(0)
  })
})

describe.each(streams)('the recording $id', (recording) => {
  const bytes = bytesOf(recording)
  const dialect = dialectOf(recording)
  const whole = readStream(dialect, [bytes])

  it('has an end', () => {
    expect(whole.failure).toBeUndefined()
    expect(whole.hasEnd).toBe(true)
  })

  it('is read alike in any pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 30 }), (cuts) => {
        expect(readStream(dialect, split(bytes, cuts))).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })

  it('is read alike with junk between its events', () => {
    const events = readAnswer(recording).chunks ?? []
    const write = (value: unknown): string =>
      dialect.framing === 'lines' ? `${JSON.stringify(value)}\n` : `data: ${JSON.stringify(value)}\n\n`
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(events.length), junk), { minLength: 1, maxLength: 10 }), (added) => {
        const mixed = [...events]
        for (const [at, value] of added) mixed.splice(Math.min(at, mixed.length), 0, write(value))
        expect(readStream(dialect, [Buffer.from(mixed.join(''))])).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })

  it('runs no call that it does not hold, and is interrupted without an end, wherever it breaks off', () => {
    const step = bytes.length < SHORT_BYTES ? 1 : 41
    for (let length = 0; length < bytes.length; length += step) {
      const cut = readStream(dialect, [bytes.subarray(0, length)])
      expectPart(cut, whole)
    }
  })
})

function expectPart(cut: ReadStream, whole: ReadStream): void {
  if (cut.failure === undefined) {
    expect(cut.hasEnd).toBe(true)
    expect(whole.calls.slice(0, cut.calls.length)).toEqual(cut.calls)
  } else {
    expect(cut.failure).toBe('TruncatedStreamError')
    expect(cut.calls).toEqual([])
  }
  expect(whole.text.startsWith(cut.text)).toBe(true)
  expect(whole.reasoning.startsWith(cut.reasoning)).toBe(true)
}

function split(bytes: Buffer, cuts: readonly number[]): readonly Buffer[] {
  const places = [0, ...[...cuts].sort((left, right) => left - right), bytes.length]
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end))
}
