import { MalformedCallError } from '../transport/malformedCallError.ts'
import type { AnswerReport } from './answerReport.ts'
import { CallCollector } from './callCollector.ts'
import type { CompleteCall } from './callFragment.ts'
import type { AnswerReader, Dialect } from './dialect.ts'
import { type Finish, readFinish } from './finishReason.ts'
import { throwReportedError } from './reportedError.ts'
import { first, type TokenCounts } from './tokenUsage.ts'
import { type Fields, fieldsOf, isObject, listOf, textOf } from './values.ts'
import { readTextParts } from './textParts.ts'

/** The content of Google's Gemini. */
export const googleContent: Dialect = {
  framing: 'events',
  openReader: (report) => new GoogleReader(report),
  readWhole(answer, report) {
    const reader = new GoogleReader(report)
    const read = reader.read(answer)
    if (read === undefined) return undefined
    if (!report.hasEnd) report.end('stop', '')
    const parts = [...read, ...reader.close()].flatMap((chunk) => partsOf(listOf(chunk['candidates'])[0]))
    return toChunk(parts, FINISH_WORDS[report.finish ?? 'stop'])
  },
}

class GoogleReader implements AnswerReader {
  readonly isOver = false
  readonly #report: AnswerReport
  readonly #calls = new CallCollector()
  #callCount = 0

  constructor(report: AnswerReport) {
    this.#report = report
  }

  read(given: Fields): readonly Fields[] | undefined {
    const data = isObject(given['response']) ? given['response'] : given
    const candidate = listOf(data['candidates']).find(isObject)
    const { usageMetadata: usage, promptFeedback, modelVersion } = data
    throwReportedError(data, candidate !== undefined || isObject(usage))
    this.#report.setModel(modelVersion)
    if (isObject(usage)) this.#report.count(readUsage(usage))
    const isBlocked = this.#readBlock(fieldsOf(promptFeedback)['blockReason'])
    if (candidate === undefined) return isBlocked || isObject(usage) ? [] : undefined
    const isEnd = this.#readEnd(candidate)
    const given_parts = partsOf(candidate)
    const parts = given_parts.flatMap((part) => this.#readPart(part))
    const isUseful = isEnd || isObject(usage) || given_parts.length > 0
    return isUseful ? (parts.length === 0 ? [] : [toChunk(parts)]) : undefined
  }

  close(): readonly Fields[] {
    const calls = this.#calls.close(this.#report.finish)
    this.#report.hasCalls = calls.length > 0
    return [toChunk(calls.map(toCallPart), FINISH_WORDS[this.#report.finish ?? 'stop'])]
  }

  #readBlock(reason: unknown): boolean {
    const word = textOf(reason)
    if (word === '' || /UNSPECIFIED$/.test(word)) return false
    this.#report.end('content-filter', word)
    return true
  }

  #readEnd({ finishReason, finishMessage }: Fields): boolean {
    const word = textOf(finishReason)
    if (NOT_READABLE.test(word)) throw new MalformedCallError(textOf(finishMessage), word)
    const finish: Finish | undefined = word === 'OTHER' ? 'stop' : readFinish(word)
    this.#report.end(finish, word)
    return finish !== undefined
  }

  #readPart(part: Fields): readonly Fields[] {
    const { functionCall: call, thoughtSignature } = part
    const signature = textOf(thoughtSignature)
    if (isObject(call)) {
      this.#addCall(call, signature)
      return []
    }
    const isThought = part['thought'] === true
    const marks = { ...(isThought && { thought: true }), ...(signature !== '' && { thoughtSignature: signature }) }
    const text = readTextParts(part['text'])
      .map((words) => words.text)
      .join('')
    return text !== '' || signature !== '' ? [{ text, ...marks }] : []
  }

  /** A call comes whole. If its arguments are announced for later, nobody requested that, and they stay cut off. */
  #addCall({ id, name, args, partialArgs, willContinue }: Fields, signature: string): void {
    this.#callCount += 1
    const isPartial = Array.isArray(partialArgs) || willContinue === true
    this.#calls.add({
      key: String(this.#callCount),
      id: textOf(id),
      name: textOf(name),
      arguments: isPartial ? '{' : args,
      signature: signature === '' ? undefined : signature,
      isComplete: !isPartial,
    })
  }
}

/** Ends at a call that Google itself could not read. */
const NOT_READABLE = /^(MALFORMED_(FUNCTION_CALL|RESPONSE)|UNEXPECTED_TOOL_CALL|TOO_MANY_TOOL_CALLS)$/

const FINISH_WORDS: Readonly<Record<Finish, string>> = {
  stop: 'STOP',
  'tool-calls': 'STOP',
  length: 'MAX_TOKENS',
  'content-filter': 'SAFETY',
}

function partsOf(candidate: unknown): readonly Fields[] {
  const { content } = fieldsOf(candidate)
  const parts = isObject(content) ? content['parts'] : content
  return typeof parts === 'string' ? [{ text: parts }] : listOf(parts).filter(isObject)
}

function toCallPart({ id, name, arguments: json, signature }: CompleteCall): Fields {
  const args: unknown = JSON.parse(json)
  return {
    functionCall: { name, args: isObject(args) ? args : json, ...(id !== '' && { id }) },
    ...(signature !== undefined && { thoughtSignature: signature }),
  }
}

const toChunk = (parts: readonly Fields[], finishReason?: string): Fields => ({
  candidates: [{ content: { role: 'model', parts }, index: 0, ...(finishReason !== undefined && { finishReason }) }],
})

function readUsage(usage: Fields): TokenCounts {
  const prompt = first(usage['promptTokenCount'])
  const tools = first(usage['toolUsePromptTokenCount'])
  const written = first(usage['candidatesTokenCount'])
  const thoughts = first(usage['thoughtsTokenCount'])
  return {
    input: prompt === undefined ? undefined : prompt + (tools ?? 0),
    cacheRead: first(usage['cachedContentTokenCount']),
    output: written === undefined && thoughts === undefined ? undefined : (written ?? 0) + (thoughts ?? 0),
    reasoning: thoughts,
  }
}
