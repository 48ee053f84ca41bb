import { suggestionText } from '../../../text/suggestions.ts'
import type { MessageCall, Suggestion } from '../../../types/api.ts'

/** What is sent for a suggestion. */
export interface ChosenSuggestion {
  readonly text: string
  readonly call: MessageCall
}

export type InputValue = string | number | boolean

/** Null for a closed suggestion. */
export function chooseSuggestion(
  { label, call, input }: Suggestion,
  values: Readonly<Record<string, InputValue>> = {},
): ChosenSuggestion | null {
  if (call === null) return null
  const args = { ...call.args, ...values }
  if (input.length === 0) return { text: label, call: { ...call, args } }
  const shown = input.map((one) => {
    const value = values[one.name] ?? ''
    const option = one.type === 'choice' ? one.options.find((other) => other.value === value) : undefined
    return option?.label ?? String(value)
  })
  return { text: suggestionText('said', { label, values: shown.join(', ') }), call: { ...call, args } }
}
