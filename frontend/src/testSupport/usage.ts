import type { SessionUsage, UsageTotals } from '../types/api.ts'

export const totals = (change: Partial<UsageTotals> = {}): UsageTotals => ({
  requests: 3,
  turns: 2,
  inputTokens: 9000,
  cachedTokens: 6000,
  outputTokens: 300,
  uncounted: 0,
  costs: [{ amount: 0.023, currency: 'USD' }],
  ...change,
})

type Answer = SessionUsage['answers'][number]

export const usedAnswer = (change: Partial<Answer> = {}): Answer => ({
  messageId: 'answer',
  modelConfigId: 'model',
  startedAt: '2026-03-01T20:00:00.000Z',
  requests: 1,
  freshTokens: 1000,
  cachedTokens: 2000,
  outputTokens: 100,
  cost: [{ amount: 0.01, currency: 'USD' }],
  cut: null,
  notices: [],
  ...change,
})

export const sessionUsage = (change: Partial<SessionUsage> = {}): SessionUsage => ({
  total: totals(),
  answers: [usedAnswer({ messageId: 'opening' }), usedAnswer()],
  others: [],
  ...change,
})
