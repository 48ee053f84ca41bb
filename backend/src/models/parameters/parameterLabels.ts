import { PARAMETER_NAMES, type ParameterName } from './modelParameters.ts'

/** The labels of the form. */
export const parameterLabels: Readonly<Record<ParameterName, string>> = {
  contextWindow: 'Context window',
  maxOutputTokens: 'Maximum answer length',
  temperature: 'Temperature',
  topP: 'Top P',
  topK: 'Top K',
  presencePenalty: 'Presence penalty',
  frequencyPenalty: 'Frequency penalty',
  seed: 'Seed',
  reasoningEffort: 'Thinking',
}

/** The label of a parameter; any other name is returned unchanged. */
export function parameterLabel(name: string): string {
  const known = PARAMETER_NAMES.find((parameter) => parameter === name)
  return known === undefined ? name : parameterLabels[known]
}
