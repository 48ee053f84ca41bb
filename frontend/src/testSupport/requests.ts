import type { RequestBlock, SentRequestDetail } from '../types/api.ts'

type Section = RequestBlock['sections'][number]

export function block(change: Partial<RequestBlock> = {}, ...sections: readonly Section[]): RequestBlock {
  return {
    place: 'messages',
    role: 'user',
    name: null,
    sections: [...sections],
    bytes: 100,
    tokens: 30,
    cache: 'cached',
    change: 'same',
    hasSpoilers: false,
    ...change,
  }
}

export const fields = (text: string): RequestBlock =>
  block(
    { place: 'parameters', role: null, tokens: 0, cache: 'unknown', bytes: text.length },
    { reason: 'parameters', text },
  )

export const turnBlocks = (turn: number, change: Partial<RequestBlock> = {}): readonly RequestBlock[] => [
  block(change, { reason: 'player', turn, text: `I wait, ${turn}.` }),
  block({ role: 'assistant', ...change }, { reason: 'answer', turn, text: `Rain, ${turn}.` }),
]

const NEW = { change: 'new', cache: 'fresh' } as const

/** The third turn of a story: the rules, two turns and this moment. */
export function blocksOfTurn(): RequestBlock[] {
  return [
    fields('{"messages":['),
    block(
      { place: 'system', role: 'system' },
      { reason: 'instructions', text: '# Rules\n\nNarrate.' },
      { reason: 'world', text: 'A garden.' },
    ),
    ...turnBlocks(1),
    ...turnBlocks(2, NEW),
    block(
      { ...NEW, tokens: 100, bytes: 400 },
      { reason: 'state', text: 'Rain\nWet\nDark\nNight\nLate\nCold' },
      { reason: 'player', turn: 3, text: 'I look at the garden.' },
    ),
    fields('],"tools":['),
    block({ place: 'tools', role: null, name: 'go_to' }, { reason: 'tools', text: '{"name":"go_to"}' }),
    block({ place: 'tools', role: null, name: 'take' }, { reason: 'tools', text: '{"name":"take"}' }),
    fields('],"stream":true}'),
  ]
}

/** What this moment was with the request before. */
export const blockBefore = (): RequestBlock =>
  block(
    { cache: 'unknown', tokens: 100, bytes: 400 },
    { reason: 'state', text: 'Sun\nWet\nDark\nNight\nLate\nCold' },
    { reason: 'player', text: 'I wait, 2.' },
  )

export function sentRequest(change: Partial<SentRequestDetail> = {}): SentRequestDetail {
  return {
    id: 'request',
    sessionId: 'session',
    messageId: 'answer',
    purpose: 'turn',
    step: 1,
    modelConfigId: 'model',
    model: { label: 'Sonnet', provider: 'anthropic', modelName: 'sonnet', host: 'api.anthropic.com' },
    startedAt: '2026-03-01T20:00:00.000Z',
    firstTokenMs: 340,
    durationMs: 4210,
    outcome: 'done',
    errorCode: null,
    usage: {
      inputTokens: 5118,
      outputTokens: 118,
      reasoningTokens: 64,
      cachedInputTokens: 4646,
      cacheWriteTokens: null,
    },
    usageNotice: null,
    cost: { amount: 0.0062, currency: 'USD', source: 'own' },
    bytes: 14_500,
    blockCount: 12,
    sharedBlocks: 4,
    isTextKept: true,
    blocks: blocksOfTurn(),
    comparedWith: 'before',
    removed: [blockBefore()],
    ...change,
  }
}
