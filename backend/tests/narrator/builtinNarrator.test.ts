import { describe, expect, it } from 'vitest'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { callOptions, collect, textOf } from './support/collect.ts'
import { MOVES, inputOf } from './support/input.ts'
import { square } from './support/villageViews.ts'

const narrator = createBuiltinNarrator({ wordDelayMs: 0 })
const opening = inputOf(square, { before: null, turn: 0, describedNodeIds: [] })

describe('a text', () => {
  it('streams word by word between start and end', async () => {
    const { stream } = await narrator.doStream(callOptions(inputOf(square, { message: 'dance' })))
    const parts = await collect(stream)
    expect(parts.slice(0, 4)).toEqual([
      { type: 'stream-start', warnings: [] },
      { type: 'response-metadata', modelId: 'built-in narrator' },
      { type: 'text-start', id: 'text' },
      { type: 'text-delta', id: 'text', delta: 'You' },
    ])
    expect(parts.slice(-2)).toEqual([
      { type: 'text-end', id: 'text' },
      {
        type: 'finish',
        finishReason: { unified: 'stop', raw: undefined },
        usage: {
          inputTokens: { total: 1, noCache: 1, cacheRead: undefined, cacheWrite: undefined },
          outputTokens: { total: 19, text: 19, reasoning: undefined },
        },
      },
    ])
  })

  it('is the same when it is generated at once, and the same every time', async () => {
    const generated = await narrator.doGenerate(callOptions(opening))
    const streams = [await narrator.doStream(callOptions(opening)), await narrator.doStream(callOptions(opening))]
    const texts = await Promise.all(streams.map(async ({ stream }) => textOf(await collect(stream))))
    expect(generated.content).toEqual([{ type: 'text', text: texts[0] }])
    expect(texts[1]).toBe(texts[0])
    expect(generated.response?.modelId).toBe('built-in narrator')
  })

  it('keeps the white space between paragraphs', async () => {
    const { stream } = await narrator.doStream(callOptions(opening))
    expect(textOf(await collect(stream))).toContain('answer back.\n\nCobbles')
  })
})

describe('a call', () => {
  const input = inputOf(square, { message: 'go to the chapel', turn: 3 })

  it('streams its arguments and ends for tool calls', async () => {
    const { stream } = await narrator.doStream(callOptions(input))
    const parts = await collect(stream)
    const id = 'builtin-3-0'
    expect(parts.slice(2, 6)).toEqual([
      { type: 'tool-input-start', id, toolName: 'go_to' },
      { type: 'tool-input-delta', id, delta: '{"to":"chapel"}' },
      { type: 'tool-input-end', id },
      { type: 'tool-call', toolCallId: id, toolName: 'go_to', input: '{"to":"chapel"}' },
    ])
    expect(parts.at(-1)).toMatchObject({ type: 'finish', finishReason: { unified: 'tool-calls' } })
  })

  it('has no arguments if the author fixed the target', async () => {
    const ring = {
      name: 'ring_bell',
      description: 'The player rings the bell.',
      graphId: 'bell',
      ...MOVES,
      targets: null,
    }
    const view = { ...square, functions: [ring] }
    const { content } = await narrator.doGenerate(callOptions(inputOf(view, { message: 'ring the bell' })))
    expect(content).toEqual([{ type: 'tool-call', toolCallId: 'builtin-1-0', toolName: 'ring_bell', input: '{}' }])
  })

  it('is not made if no tools are offered', async () => {
    const { content } = await narrator.doGenerate({ ...callOptions(input), tools: [] })
    expect(content).toMatchObject([{ type: 'text' }])
  })
})

describe('an abort', () => {
  const slow = createBuiltinNarrator({ wordDelayMs: 3_600_000 })

  it('ends a stream at once, during a delay, with its own reason', async () => {
    const stop = new AbortController()
    const { stream } = await slow.doStream(callOptions(opening, stop.signal))
    const reader = stream.getReader()
    const heads = [await reader.read(), await reader.read(), await reader.read()]
    expect(heads.map(({ value }) => value?.type)).toEqual(['stream-start', 'response-metadata', 'text-start'])
    const word = reader.read()
    stop.abort(new Error('stopped by the player'))
    await expect(word).rejects.toThrow('stopped by the player')
  })

  it('before the start rejects the call', async () => {
    const options = callOptions(opening, AbortSignal.abort(new Error('too late')))
    await expect(narrator.doStream(options)).rejects.toThrow('too late')
    await expect(narrator.doGenerate(options)).rejects.toThrow('too late')
  })

  it('by the reader ends the delay as well', async () => {
    const { stream } = await slow.doStream(callOptions(opening))
    await expect(stream.cancel()).resolves.toBeUndefined()
  })
})

it('rejects a missing or invalid input', async () => {
  await expect(narrator.doStream({ prompt: [] })).rejects.toThrow()
  await expect(
    narrator.doStream({ prompt: [], providerOptions: { narrator: { ...opening, view: {} } } }),
  ).rejects.toThrow()
})

it('identifies itself', () => {
  expect(narrator).toMatchObject({ specificationVersion: 'v4', provider: 'llm-gamebook', modelId: 'narrator' })
})
