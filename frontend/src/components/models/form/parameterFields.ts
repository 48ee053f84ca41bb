import { modelFormText } from '../../../text/modelForm.ts'
import type { Parameter } from './modelConfigValues.ts'

interface ParameterField {
  readonly label: string
  readonly hint: string
  readonly isWhole: boolean
}

const field = (parameter: Parameter, isWhole: boolean): ParameterField => ({
  label: modelFormText(`parameter.${parameter}`),
  hint: modelFormText(`parameter.${parameter}Hint`),
  isWhole,
})

export const parameterFields: Record<Parameter, ParameterField> = {
  contextWindow: field('contextWindow', true),
  maxOutputTokens: field('maxOutputTokens', true),
  temperature: field('temperature', false),
  topP: field('topP', false),
  topK: field('topK', true),
  presencePenalty: field('presencePenalty', false),
  frequencyPenalty: field('frequencyPenalty', false),
  seed: field('seed', true),
  reasoningEffort: field('reasoningEffort', false),
}
