import { ProviderStreamError } from '../transport/providerStreamError.ts'
import type { AnswerReport } from './answerReport.ts'
import type { AnswerReader, Dialect } from './dialect.ts'
import { readFinish } from './finishReason.ts'
import { throwReportedError } from './reportedError.ts'
import { callItem, ResponseItems, wholeItem } from './responseItems.ts'
import { readResponsesUsage } from './tokenUsage.ts'
import { type Fields, fieldsOf, isObject, listOf, textOf } from './values.ts'
import { flatText } from './textParts.ts'

/** The responses of OpenAI and xAI. */
export const openaiResponses: Dialect = {
  framing: 'events',
  openReader: (report) => new ResponsesReader(report),
  readWhole(answer, report) {
    const { output, output_text: text } = answer
    const isAnswer = Array.isArray(output) || typeof text === 'string'
    throwReportedError(answer, isAnswer)
    if (!isAnswer) return undefined
    readEnd(answer, report)
    const items = new ResponseItems()
    const given = listOf(output).filter(isObject)
    for (const [index, item] of given.entries()) items.end({ output_index: index, item })
    if (items.hasRefusal) report.refuse()
    const calls = items.closeCalls(report.finish)
    report.hasCalls = calls.length > 0
    const message = given.length > 0 ? [] : [{ type: 'message', content: text }]
    const said = [...given, ...message].map(wholeItem).filter((item) => item !== undefined)
    return { ...responseOf(report), status: 'completed', error: null, output: [...said, ...calls.map(callItem)] }
  },
}

class ResponsesReader implements AnswerReader {
  readonly #report: AnswerReport
  readonly #items = new ResponseItems()
  #hasStarted = false
  #isOver = false

  constructor(report: AnswerReport) {
    this.#report = report
  }

  get isOver(): boolean {
    return this.#isOver
  }

  read(data: Fields, name: string): readonly Fields[] | undefined {
    const type = textOf(data['type']) || name
    throwReportedError(data, type !== '' && type !== 'error')
    const response = fieldsOf(data['response'])
    this.#report.setModel(response['model'])
    const events = END.test(type) ? this.#readEnd(response) : this.#readEvent(type, data)
    if (this.#items.hasRefusal) this.#report.refuse()
    return events === undefined ? undefined : [...this.#start(), ...events]
  }

  close(): readonly Fields[] {
    const calls = this.#items.closeCalls(this.#report.finish)
    this.#report.hasCalls = calls.length > 0
    const response = { ...responseOf(this.#report), status: 'completed', output: [] }
    return [...this.#start(), ...this.#items.writeCalls(calls), { type: 'response.completed', response }]
  }

  #readEvent(type: string, data: Fields): readonly Fields[] | undefined {
    const { delta } = data
    switch (type) {
      case 'response.created':
        return []
      case 'response.output_item.added':
        return this.#items.start(data)
      case 'response.output_item.done':
        return this.#items.end(data)
      case 'response.output_text.delta':
        return this.#items.say('message', data, flatText(delta))
      case 'response.output_text.done':
        return this.#items.sayWhole('message', data, flatText(data['text']))
      case 'response.refusal.delta':
        return this.#items.refuse(data, flatText(delta), false)
      case 'response.refusal.done':
        return this.#items.refuse(data, flatText(data['refusal']), true)
      case 'response.reasoning_summary_part.added':
        return this.#items.startSummary(data)
      case 'response.reasoning_summary_part.done':
        return this.#items.endSummary(data)
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_text.delta':
      case 'response.reasoning.delta':
        return this.#items.say('reasoning', data, flatText(delta))
      case 'response.reasoning_summary_text.done':
      case 'response.reasoning_text.done':
        return this.#items.sayWhole('reasoning', data, flatText(data['text']))
      case 'response.function_call_arguments.delta':
        return this.#items.addArguments(data)
      case 'response.function_call_arguments.done':
        return this.#items.endArguments(data)
      default:
        return undefined
    }
  }

  /** Some gateways send the output only with the end. */
  #readEnd(response: Fields): readonly Fields[] {
    readEnd(response, this.#report)
    this.#isOver = true
    if (!this.#items.isEmpty) return []
    const items = listOf(response['output']).filter(isObject)
    return items.flatMap((item, index) => this.#items.end({ output_index: index, item }) ?? [])
  }

  #start(): readonly Fields[] {
    if (this.#hasStarted) return []
    this.#hasStarted = true
    return [{ type: 'response.created', response: { ...responseOf(this.#report), status: 'in_progress', output: [] } }]
  }
}

const END = /^response\.(completed|done|incomplete|failed|cancelled)$/

/** Throws the error of a response that failed. */
function readEnd(response: Fields, report: AnswerReport): void {
  const { status, error, incomplete_details: details } = response
  report.setModel(response['model'])
  report.count(readResponsesUsage(response['usage']))
  throwReportedError({ error }, true)
  if (status === 'failed' || status === 'cancelled')
    throw new ProviderStreamError(200, JSON.stringify({ error: { code: status } }))
  const reason = textOf(fieldsOf(details)['reason'])
  report.end(status === 'incomplete' || reason !== '' ? (readFinish(reason) ?? 'length') : 'stop', reason || status)
}

const responseOf = ({ model = '' }: AnswerReport) => ({
  id: 'answer',
  object: 'response',
  created_at: 0,
  model,
  usage: { input_tokens: 0, output_tokens: 0 },
})
