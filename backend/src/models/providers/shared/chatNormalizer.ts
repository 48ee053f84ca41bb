import { z } from 'zod'

import type { EventData, ResponseNormalizer } from '../../transport/normalizeResponses.ts'
import { isObject, throwBareError } from '../../transport/responseData.ts'

type NormalizeMessage = (message: EventData) => EventData

/** Normalizes the messages of chat completions. An error outside the usual form breaks the stream off. */
export function chatNormalizerOf(normalizeMessage: NormalizeMessage): Required<ResponseNormalizer> {
  const normalize = (field: 'delta' | 'message') => (data: EventData) => {
    throwBareError(data)
    return normalizeChoices(data, field, normalizeMessage)
  }
  return { event: normalize('delta'), whole: normalize('message') }
}

/** Returns the same event if nothing in it changed. */
function normalizeChoices(event: EventData, field: 'delta' | 'message', normalize: NormalizeMessage): EventData {
  const { choices } = event
  if (!Array.isArray(choices)) return event
  const normalized = choices.map((choice: unknown) => {
    const message = isObject(choice) ? choice[field] : undefined
    if (!isObject(choice) || !isObject(message)) return choice
    const changed = normalize(message)
    return changed === message ? choice : { ...choice, [field]: changed }
  })
  return normalized.every((choice, index) => choice === choices[index]) ? event : { ...event, choices: normalized }
}

const Call = z.looseObject({ function: z.looseObject({ arguments: z.record(z.string(), z.unknown()) }) })

const hasObject = (call: unknown): boolean => Call.safeParse(call).success

/** The arguments of calls as text, even if a server sends an object. */
function withTextArguments(message: EventData): EventData {
  const { tool_calls: calls } = message
  return Array.isArray(calls) && calls.some(hasObject) ? { ...message, tool_calls: calls.map(toText) } : message
}

function toText(call: unknown): unknown {
  const { data } = Call.safeParse(call)
  if (data === undefined) return call
  return { ...data, function: { ...data.function, arguments: JSON.stringify(data.function.arguments) } }
}

/** The same, and the text of a refusal becomes the content. */
export function normalizeChatMessage(given: EventData): EventData {
  const message = withTextArguments(given)
  const { refusal, content } = message
  const isRefusal = typeof refusal === 'string' && refusal !== '' && (content == null || content === '')
  return isRefusal ? { ...message, content: refusal } : message
}

export const compatibleNormalizer = chatNormalizerOf(withTextArguments)
export const chatNormalizer = chatNormalizerOf(normalizeChatMessage)
