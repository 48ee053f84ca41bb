import { z } from 'zod'

import type { EventData, ResponseNormalizer, EventNormalizer } from '../normalizeResponses.ts'
import { isObject, throwBareError } from './answerData.ts'

/** Arguments of a call are text. An error in a form of its own breaks the stream off. */
const mendCompatibleEvent: EventNormalizer = (event) => {
  throwBareError(event)
  return mendChoices(event, 'delta', withTextArguments)
}

/** The same, and a refusal is words. */
const mendChatEvent: EventNormalizer = (event) => {
  throwBareError(event)
  return mendChoices(event, 'delta', mendDelta)
}

/** As other chats, in which Mistral sends parts that are no words, and tells the usage without a choice. */
const mendMistralEvent: EventNormalizer = (event) => {
  const { choices } = event
  if (Array.isArray(choices) && choices.length === 0) {
    return 'usage' in event ? { ...event, choices: [{ index: 0, delta: { content: '' } }] } : null
  }
  throwBareError(event)
  return mendChoices(event, 'delta', mendMistralWords)
}

function mendMistralWords(given: EventData): EventData {
  const delta = mendDelta(given)
  const { content } = delta
  if (!Array.isArray(content)) return delta
  const words = content.filter((part) => WORDS.safeParse(part).success)
  return words.length === content.length ? delta : { ...delta, content: words }
}

function mendDelta(given: EventData): EventData {
  const delta = withTextArguments(given)
  const { refusal, content } = delta
  const isRefusal = typeof refusal === 'string' && refusal !== '' && (content == null || content === '')
  return isRefusal ? { ...delta, content: refusal } : delta
}

function withTextArguments(delta: EventData): EventData {
  const { tool_calls: calls } = delta
  return Array.isArray(calls) && calls.some(hasObject) ? { ...delta, tool_calls: calls.map(toText) } : delta
}

const Call = z.looseObject({ function: z.looseObject({ arguments: z.record(z.string(), z.unknown()) }) })

const hasObject = (call: unknown): boolean => Call.safeParse(call).success

function toText(call: unknown): unknown {
  const { data } = Call.safeParse(call)
  if (data === undefined) return call
  return { ...data, function: { ...data.function, arguments: JSON.stringify(data.function.arguments) } }
}

const WORDS = z.union([
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('thinking'), thinking: z.array(z.unknown()) }),
])

/** The same event if nothing in it was changed. */
function mendChoices(event: EventData, field: 'delta' | 'message', mend: (said: EventData) => EventData): EventData {
  const { choices } = event
  if (!Array.isArray(choices)) return event
  const mended = choices.map((choice: unknown) => {
    const said = isObject(choice) ? choice[field] : undefined
    if (!isObject(choice) || !isObject(said)) return choice
    const told = mend(said)
    return told === said ? choice : { ...choice, [field]: told }
  })
  return mended.every((choice, index) => choice === choices[index]) ? event : { ...event, choices: mended }
}

const wholeChat =
  (mend: (message: EventData) => EventData): ((answer: EventData) => EventData) =>
  (answer) => {
    throwBareError(answer)
    return mendChoices(answer, 'message', mend)
  }

export const compatibleNormalizer: ResponseNormalizer = {
  event: mendCompatibleEvent,
  whole: wholeChat(withTextArguments),
}
export const chatNormalizer: ResponseNormalizer = { event: mendChatEvent, whole: wholeChat(mendDelta) }
export const mistralNormalizer: ResponseNormalizer = { event: mendMistralEvent, whole: wholeChat(mendMistralWords) }
