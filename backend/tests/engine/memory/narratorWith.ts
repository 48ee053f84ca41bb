import type { Narrator } from '../../../src/models/narrator.ts'
import { plainPrompt } from '../../../src/models/promptRules.ts'
import { fakeModel } from '../../support/fakeModel.ts'

/** A narrator whose context window has this many tokens. */
export const narratorWith = (tokens: number, requestedModel: string, maxOutputTokens = 300): Narrator => ({
  model: fakeModel([]),
  modelConfigId: requestedModel,
  snapshot: { configName: 'Fake', provider: 'openai-compatible', requestedModel, host: 'localhost:1', parameters: {} },
  prompt: plainPrompt,
  toolStyle: 'growing',
  contextWindow: { tokens, source: 'config' },
  maxOutputTokens,
  callOptions: () => ({}),
  redact: (words) => words,
  secretForms: [],
  nearestModels: () => [],
  onRefused: () => {},
})
