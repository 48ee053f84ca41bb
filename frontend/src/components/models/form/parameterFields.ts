import type { Parameter } from './modelConfigValues.ts'

interface ParameterField {
  readonly label: string
  readonly hint: string
  readonly isWhole: boolean
}

/** How each parameter is called and what it is for. */
export const parameterFields: Record<Parameter, ParameterField> = {
  contextWindow: {
    label: 'Context window',
    hint: 'How many tokens of the story the model may see at once.',
    isWhole: true,
  },
  maxOutputTokens: { label: 'Longest answer', hint: 'In tokens; a word is about one and a half.', isWhole: true },
  temperature: { label: 'Temperature', hint: 'Low is steady, high is daring.', isWhole: false },
  topP: { label: 'Top P', hint: 'Only words from the likeliest part are taken.', isWhole: false },
  topK: { label: 'Top K', hint: 'Only so many of the likeliest words are taken.', isWhole: true },
  presencePenalty: { label: 'Presence penalty', hint: 'Above 0 it seeks new subjects.', isWhole: false },
  frequencyPenalty: { label: 'Frequency penalty', hint: 'Above 0 it repeats itself less.', isWhole: false },
  seed: { label: 'Seed', hint: 'The same seed may give the same words again.', isWhole: true },
  reasoningEffort: { label: 'Thinking', hint: 'How long the model may think before it tells.', isWhole: false },
}
