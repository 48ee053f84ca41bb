import { describe, expect, it } from 'vitest'

import { readModelList } from '../../../src/models/list/readModelList.ts'

describe('a list of models', () => {
  it.each<[string, unknown]>([
    ['an object with data', { object: 'list', data: [{ id: 'a' }, { id: 'b' }] }],
    ['an object with models', { models: [{ id: 'a' }, { id: 'b' }] }],
    ['a bare list', [{ id: 'a' }, { id: 'b' }]],
    ['names alone', { data: ['a', 'b'] }],
  ])('is read from %s', (_form, body) => {
    expect(readModelList('openai-compatible', body)?.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('skips unreadable and duplicate entries', () => {
    const data = [
      null,
      7,
      [],
      { id: 3 },
      { id: '' },
      { name: null },
      { id: 'a', context_length: 'much', pricing: 'free' },
      { id: 'a' },
      { id: 'b', capabilities: ['x'] },
    ]
    expect(readModelList('openai-compatible', { data })).toEqual([{ id: 'a' }, { id: 'b' }])
  })

  it("leaves out models that can't chat", () => {
    const data = ['text-embedding-3-small', 'whisper-1', 'tts-1', 'gpt-image-1', 'gpt-5'].map((id) => ({ id }))
    expect(readModelList('openai', { data })).toEqual([{ id: 'gpt-5' }])
    const mistral = [
      { id: 'a', capabilities: { completion_chat: false } },
      { id: 'b', capabilities: { completion_chat: true } },
    ]
    expect(readModelList('mistral', { data: mistral })?.map(({ id }) => id)).toEqual(['b'])
    const google = [
      { name: 'models/a', supportedGenerationMethods: ['embedContent'] },
      { name: 'models/b', supportedGenerationMethods: ['generateContent'] },
    ]
    expect(readModelList('google', { models: google })?.map(({ id }) => id)).toEqual(['b'])
  })

  it('has prices of cached tokens', () => {
    const pricing = {
      prompt: '0.000003',
      completion: '0.000015',
      input_cache_read: '0.0000003',
      input_cache_write: '-1',
    }
    expect(readModelList('openrouter', { data: [{ id: 'a', pricing }] })).toEqual([
      { id: 'a', price: { input: 3, output: 15, cachedInput: 0.3 } },
    ])
  })

  it.each([
    ['', ''],
    [null, null],
    [[], []],
    [true, false],
    [' ', ' '],
    ['free', 'free'],
    ['0x10', '0x10'],
    ['1e300', '1e300'],
    ['Infinity', '0'],
    ['0', '-0.000001'],
    [-1, 0],
    [2, 2],
  ])('takes %j and %j for no price', (prompt, completion) => {
    const data = [{ id: 'a', pricing: { prompt, completion } }]
    expect(readModelList('openrouter', { data })).toEqual([{ id: 'a' }])
  })

  it.each([
    ['0', '0', 0, 0],
    [0, 0.000_002, 0, 2],
    ['1e-6', '.000002', 1, 2],
    ['1', '1.', 1_000_000, 1_000_000],
  ])('reads %j and %j', (prompt, completion, input, output) => {
    const data = [{ id: 'a', pricing: { prompt, completion, input_cache_read: '', input_cache_write: null } }]
    expect(readModelList('openrouter', { data })).toEqual([{ id: 'a', price: { input, output } }])
  })

  it('has prices per million tokens, except variable ones', () => {
    const data = [
      { id: 'a', pricing: { prompt: '0.000003', completion: '0.000015' } },
      { id: 'b', pricing: { prompt: '-1', completion: '-1' } },
    ]
    expect(readModelList('openrouter', { data })).toEqual([{ id: 'a', price: { input: 3, output: 15 } }, { id: 'b' }])
  })

  it.each<unknown>([{ error: { message: 'No.' } }, 'hello', null, {}])('is not found in %j', (body) => {
    expect(readModelList('openai-compatible', body)).toBeNull()
  })
})
