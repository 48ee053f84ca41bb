import type { ModelProvider } from '../../providers.ts'
import { numberRanges, type ParameterName, REASONING_EFFORTS } from './modelParameters.ts'

export interface ParameterFacts {
  readonly supported: boolean
  readonly min?: number
  readonly max?: number
  readonly values?: string[]
  /** Which of its models ignore or reject it. */
  readonly limitation?: string
  /** The same, under the name that older clients read. */
  readonly note?: string
}

/** What a provider's requests have a place for; what its models make of it is their own affair. */
export function listParameters(provider: ModelProvider): Record<ParameterName, ParameterFacts> {
  const { missing, notes = {} } = support[provider]
  const facts = (name: ParameterName): ParameterFacts => ({
    supported: !missing.includes(name),
    ...(name === 'reasoningEffort' ? { values: [...REASONING_EFFORTS] } : numberRanges[name]),
    ...(notes[name] !== undefined && { limitation: notes[name], note: notes[name] }),
  })
  return {
    contextWindow: facts('contextWindow'),
    maxOutputTokens: facts('maxOutputTokens'),
    temperature: facts('temperature'),
    topP: facts('topP'),
    topK: facts('topK'),
    presencePenalty: facts('presencePenalty'),
    frequencyPenalty: facts('frequencyPenalty'),
    seed: facts('seed'),
    reasoningEffort: facts('reasoningEffort'),
  }
}

interface Support {
  readonly missing: readonly ParameterName[]
  readonly notes?: Partial<Record<ParameterName, string>>
}

const CONTEXT = 'contextWindow'
const PENALTIES = ['presencePenalty', 'frequencyPenalty'] as const
const ALL = [
  CONTEXT,
  'maxOutputTokens',
  'temperature',
  'topP',
  'topK',
  ...PENALTIES,
  'seed',
  'reasoningEffort',
] as const

const newerClaude = 'Not taken by Claude Opus 4.7 and newer.'
const whileThinking = 'Not used while the model thinks, which is its default.'
const notReasoning = 'Not taken by reasoning models.'

const support: Record<ModelProvider, Support> = {
  anthropic: {
    missing: [CONTEXT, ...PENALTIES, 'seed'],
    notes: { temperature: newerClaude, topK: newerClaude, topP: `Only without a temperature. ${newerClaude}` },
  },
  deepseek: {
    missing: [CONTEXT, 'topK', ...PENALTIES, 'seed'],
    notes: { temperature: whileThinking, topP: whileThinking },
  },
  google: {
    missing: [CONTEXT],
    notes: { presencePenalty: 'Not taken by Gemini 2.5.', frequencyPenalty: 'Not taken by Gemini 2.5.' },
  },
  mistral: { missing: [CONTEXT, 'topK'], notes: { reasoningEffort: 'Only none or high.' } },
  ollama: {
    missing: PENALTIES,
    notes: { contextWindow: 'Not at an address that ends in /v1.', reasoningEffort: 'Thinking is only on or off.' },
  },
  openai: {
    missing: [CONTEXT, 'topK', ...PENALTIES, 'seed'],
    notes: { temperature: notReasoning, topP: notReasoning, reasoningEffort: 'Only reasoning models take it.' },
  },
  openrouter: { missing: [CONTEXT], notes: { topK: 'Not every model takes every parameter.' } },
  xai: { missing: [CONTEXT, ...PENALTIES] },
  'openai-compatible': { missing: [CONTEXT, 'topK'] },
  builtin: { missing: ALL },
}
