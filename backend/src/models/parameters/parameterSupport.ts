import type { ModelProvider } from '../../providers.ts'
import { providers } from '../providers/providers.ts'
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

/** What a provider's requests have a field for. A single model may still reject a parameter. */
export function listParameters(provider: ModelProvider): Record<ParameterName, ParameterFacts> {
  const { unsupported, limitations = {} } = providers[provider].parameters
  const facts = (name: ParameterName): ParameterFacts => {
    const limitation = limitations[name]
    return {
      supported: !unsupported.includes(name),
      ...(name === 'reasoningEffort' ? { values: [...REASONING_EFFORTS] } : numberRanges[name]),
      ...(limitation !== undefined && { limitation, note: limitation }),
    }
  }
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
