import type { AnswerReport } from './answerReport.ts'
import { CallCollector } from './callCollector.ts'
import type { CompleteCall } from './callFragment.ts'
import { type ChatMessage, readChatMessage } from './chatMessage.ts'
import type { AnswerReader, Dialect } from './dialect.ts'
import { readFinish } from './finishReason.ts'
import { throwReportedError } from './reportedError.ts'
import { readChatUsage, type TokenCounts } from './tokenUsage.ts'
import { countOf, type Fields, fieldsOf, isObject, listOf, textOf } from './values.ts'
import { textIn, type TextPart } from './textParts.ts'

/** How the package of one provider reads the words of a message. */
export interface ChatForm {
  readonly reasoning: (text: string) => Fields
  /** A whole message with both. */
  readonly whole: (text: string, reasoning: string) => Fields
  /** Whether it also reads the reasoning in the form that goes back to the provider. */
  readonly readsDetails: boolean
}

/** The chat completions of OpenAI, as many servers and gateways send them. */
export const chatCompletions = (form: ChatForm): Dialect => ({
  framing: 'events',
  openReader: (report) => new ChatReader(form, report),
  readWhole(answer, report) {
    const choice = findChoices(answer)[0]
    throwReportedError(answer, choice !== undefined)
    if (choice === undefined) return undefined
    throwReportedError(choice, true)
    report.setModel(answer['model'])
    readCounts(answer, choice, report)
    const message = readChatMessage(messageOf(choice))
    if (message.isRefusal) report.refuse()
    const calls = new CallCollector()
    for (const call of message.calls) calls.add(call)
    const word = finishWordOf(choice, answer)
    const finish = readFinish(word) ?? 'stop'
    report.end(finish, word)
    return toWhole(form, message, calls.close(finish), report)
  },
})

class ChatReader implements AnswerReader {
  readonly isOver = false
  readonly #form: ChatForm
  readonly #report: AnswerReport
  readonly #calls = new CallCollector()
  readonly #said = { text: false, reasoning: false }
  /** Of several choices, the first that came is read. */
  #choice: string | undefined
  #id = 'answer'

  constructor(form: ChatForm, report: AnswerReport) {
    this.#form = form
    this.#report = report
  }

  read(data: Fields, name: string): readonly Fields[] | undefined {
    const choices = findChoices(data)
    throwReportedError(data, choices.length > 0 || isObject(data['usage']) || !PLAIN_NAMES.has(name))
    this.#report.setModel(data['model'])
    this.#id = textOf(data['id']) || this.#id
    const choice = choices.find((each) => indexOf(each) === (this.#choice ?? indexOf(each)))
    const isCounted = readCounts(data, choice, this.#report)
    if (choice === undefined) return isCounted ? [] : undefined
    throwReportedError(choice, true)
    const word = finishWordOf(choice, data)
    const finish = readFinish(word)
    this.#report.end(finish, word)
    const message = this.#onlyNew(readChatMessage(messageOf(choice)), choice)
    for (const call of message.calls) this.#calls.add(call)
    if (message.isRefusal) this.#report.refuse()
    const deltas = this.#toDeltas(message)
    const isUseful = isCounted || deltas.length > 0 || message.calls.length > 0 || finish !== undefined
    if (!isUseful) return undefined
    this.#choice ??= indexOf(choice)
    return deltas.map((delta) => this.#chunk(delta, null))
  }

  close(): readonly Fields[] {
    const calls = this.#calls.close(this.#report.finish)
    this.#report.hasCalls = calls.length > 0
    const chunks = calls.map((call, index) => this.#chunk({ tool_calls: [{ index, ...toCall(call, index) }] }, null))
    return [...chunks, this.#chunk({}, finishWord(this.#report))]
  }

  /** A whole message at the end of a stream repeats what has been said. */
  #onlyNew(message: ChatMessage, choice: Fields): ChatMessage {
    if (isObject(choice['delta']) || !isObject(choice['message'])) return message
    return {
      ...message,
      words: message.words.filter(({ type }) => !this.#said[type]),
      details: this.#said.reasoning ? [] : message.details,
      calls: this.#calls.isEmpty ? message.calls : [],
    }
  }

  #toDeltas({ words, details }: ChatMessage): readonly Fields[] {
    for (const { type } of words) this.#said[type] = true
    if (!this.#form.readsDetails || details.length === 0) return words.map((each) => toDelta(this.#form, each))
    const hasText = details.some(({ text, summary }) => textOf(text) !== '' || textOf(summary) !== '')
    const others = hasText ? words.filter(({ type }) => type === 'text') : words
    return [{ reasoning_details: details }, ...others.map((each) => toDelta(this.#form, each))]
  }

  #chunk(delta: Fields, finish: string | null): Fields {
    const choices = [{ index: 0, delta, finish_reason: finish }]
    return { id: this.#id, object: 'chat.completion.chunk', model: this.#report.model ?? '', choices }
  }
}

const toDelta = (form: ChatForm, { type, text }: TextPart): Fields =>
  type === 'text' ? { content: text } : form.reasoning(text)

/** Events of other names are no part of an answer. */
const PLAIN_NAMES: ReadonlySet<string> = new Set(['', 'message', 'error'])

const indexOf = ({ index }: Fields): string => textOf(index) || '0'

const findChoices = (data: Fields): readonly Fields[] => listOf(data['choices']).filter(isObject)

function messageOf({ delta, message, text }: Fields): Fields {
  if (isObject(delta)) return delta
  return isObject(message) ? message : { content: text }
}

const finishWordOf = (choice: Fields, data: Fields): unknown =>
  choice['finish_reason'] ?? choice['finishReason'] ?? data['finish_reason']

/** Servers report the usage in several places. Returns whether there is any. */
function readCounts(data: Fields, choice: Fields | undefined, report: AnswerReport): boolean {
  const places = [data['usage'], choice?.['usage'], fieldsOf(data['x_groq'])['usage']].filter(isObject)
  for (const usage of places) report.count(readChatUsage(usage))
  const { timings } = data
  if (places.length === 0 && isObject(timings)) report.count(readTimings(timings))
  return places.length > 0
}

/** The counts of llama.cpp for a client that requested no usage. */
function readTimings(timings: Fields): TokenCounts {
  const read = countOf(timings['prompt_n'])
  const cached = countOf(timings['cache_n'])
  return {
    input: read === undefined ? undefined : read + (cached ?? 0),
    cacheRead: cached,
    output: countOf(timings['predicted_n']),
  }
}

const FINISH_WORDS = {
  stop: 'stop',
  length: 'length',
  'tool-calls': 'tool_calls',
  'content-filter': 'content_filter',
} as const

function finishWord({ hasCalls, finish = 'stop' }: AnswerReport): string {
  return hasCalls ? 'tool_calls' : FINISH_WORDS[finish === 'tool-calls' ? 'stop' : finish]
}

function toCall({ id, name, arguments: text, signature }: CompleteCall, index: number): Fields {
  return {
    id: id === '' ? `call_${index}` : id,
    type: 'function',
    function: { name, arguments: text },
    ...(signature !== undefined && { extra_content: { google: { thought_signature: signature } } }),
  }
}

function toWhole(
  form: ChatForm,
  { words, details }: ChatMessage,
  calls: readonly CompleteCall[],
  report: AnswerReport,
) {
  report.hasCalls = calls.length > 0
  const reasoning = textIn(words, 'reasoning')
  const text = textIn(words, 'text')
  const message = {
    role: 'assistant',
    ...form.whole(text, reasoning),
    ...(form.readsDetails && details.length > 0 && { reasoning_details: details }),
    ...(calls.length > 0 && { tool_calls: calls.map(toCall) }),
  }
  return {
    id: 'answer',
    object: 'chat.completion',
    created: 0,
    model: report.model ?? '',
    choices: [{ index: 0, message, finish_reason: finishWord(report) }],
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  }
}
