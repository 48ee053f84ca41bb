import { findNamed } from '../optionalFields/findNamed.ts'
import { fieldNames } from '../parameters/fieldNames.ts'
import type { ParameterName } from '../parameters/modelParameters.ts'

/** `tools` is not a parameter, but is rejected like one. */
const TOOLS =
  /\bsupport\w*\b.{0,30}\b(tools?(?! roles?)|tool use|tool calling|function calls?|function calling)\b|\b(tools?(?! roles?)|tool use|tool calling|function calls?|function calling)\b.{0,30}\b(support|not (available|enabled))/i

const UNSUPPORTED = /support|unknown|unrecogni[sz]ed|not (allowed|permitted|available|enabled)|extra|disabled/i

/** In the order in which an error that names several is read. */
const ORDER = [
  'maxOutputTokens',
  'topP',
  'topK',
  'presencePenalty',
  'frequencyPenalty',
  'temperature',
  'seed',
  'contextWindow',
  'reasoningEffort',
] as const satisfies readonly ParameterName[]

export interface NamedParameter {
  /** The field of an error that names the parameter. */
  readonly named: string | null
  readonly message: string | null
  /** The fields of the request; null if they are unknown. Only what was sent can be rejected. */
  readonly sent: ReadonlySet<string> | null
}

/** The rejected parameter, by the field of an error that names it, or else by its message. */
export function findParameter({ named, message, sent }: NamedParameter): ParameterName | 'tools' | null {
  const wasSent = (name: ParameterName): boolean => sent === null || fieldNames[name].some((field) => sent.has(field))
  const findIn = (text: string): ParameterName | undefined =>
    ORDER.find((name) => wasSent(name) && findNamed(text, fieldNames[name]).length > 0)
  if (named !== null) {
    const found = findIn(named)
    if (found !== undefined) return found
    if (/^tools?$|^tool_choice$/.test(named) && UNSUPPORTED.test(message ?? '')) return 'tools'
  }
  if (TOOLS.test(message ?? '')) return 'tools'
  return findIn(message ?? '') ?? null
}
