import type { AnswerReport } from './answerReport.ts'
import { CallCollector } from './callCollector.ts'
import type { CompleteCall } from './callFragment.ts'
import { readChatMessage } from './chatMessage.ts'
import type { AnswerReader, Dialect } from './dialect.ts'
import { readFinish } from './finishReason.ts'
import { MalformedCallError } from '../transport/malformedCallError.ts'
import { throwReportedError } from './reportedError.ts'
import { countOf, type Fields, isObject, textOf } from './values.ts'
import { textIn, type TextPart } from './textParts.ts'

/** The chat of Ollama's own API: lines of JSON. */
export const ollamaChat: Dialect = {
  framing: 'lines',
  openReader: (report) => new OllamaReader(report),
  readWhole(answer, report) {
    const reader = new OllamaReader(report)
    const words = reader.readTextParts(answer)
    if (words === undefined) return undefined
    report.done()
    return { ...reader.toEnd(), message: { ...toMessage(words), tool_calls: reader.closeCalls() } }
  },
}

class OllamaReader implements AnswerReader {
  readonly #report: AnswerReport
  readonly #calls = new CallCollector()
  #callCount = 0

  constructor(report: AnswerReport) {
    this.#report = report
  }

  get isOver(): boolean {
    return this.#report.hasEnd
  }

  read(data: Fields): readonly Fields[] | undefined {
    const words = this.readTextParts(data)
    return words?.map((each) => this.#line(toMessage([each])))
  }

  close(): readonly Fields[] {
    const calls = this.closeCalls()
    const lines = calls.length === 0 ? [] : [this.#line({ ...toMessage([]), tool_calls: calls })]
    return [...lines, this.toEnd()]
  }

  /** Undefined if a line holds nothing of an answer. */
  readTextParts(data: Fields): readonly TextPart[] | undefined {
    const { message, response, done, done_reason: word } = data
    const isAnswer = isObject(message) || typeof response === 'string' || done === true
    throwReportedError(data, isAnswer)
    if (!isAnswer) return undefined
    this.#report.setModel(data['model'])
    this.#readCounts(data)
    const { words, calls, isRefusal } = readChatMessage(isObject(message) ? message : { content: response })
    if (isRefusal) this.#report.refuse()
    for (const call of calls) this.#addCall(call.id ?? '', call.name ?? '', call.arguments)
    if (done === true) this.#report.end(readFinish(word) ?? 'stop', word)
    return words
  }

  closeCalls(): readonly Fields[] {
    const calls = this.#calls.close(this.#report.finish)
    this.#report.hasCalls = calls.length > 0
    return calls.map(toCall)
  }

  toEnd(): Fields {
    return {
      ...this.#line(toMessage([])),
      done: true,
      done_reason: this.#report.finish === 'length' ? 'length' : 'stop',
    }
  }

  /** Ollama sends calls whole. */
  #addCall(id: string, name: string, given: unknown): void {
    this.#callCount += 1
    this.#calls.add({ key: String(this.#callCount), id, name, arguments: given, isComplete: true })
  }

  #readCounts(data: Fields): void {
    this.#report.count({ input: countOf(data['prompt_eval_count']), output: countOf(data['eval_count']) })
  }

  #line(message: Fields): Fields {
    return { model: this.#report.model ?? '', created_at: '', message, done: false }
  }
}

function toMessage(words: readonly TextPart[]): Fields {
  const thinking = textIn(words, 'reasoning')
  return { role: 'assistant', content: textIn(words, 'text'), ...(thinking !== '' && { thinking }) }
}

/** The package reads arguments only as an object. */
function toCall({ id, name, arguments: json }: CompleteCall): Fields {
  const given: unknown = JSON.parse(json)
  if (!isObject(given)) throw new MalformedCallError()
  return { function: { name, arguments: given }, ...(textOf(id) !== '' && { id }) }
}
