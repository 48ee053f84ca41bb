import type { AnswerReport } from './answerReport.ts'
import { AnthropicBlocks } from './anthropicBlocks.ts'
import type { AnswerReader, Dialect } from './dialect.ts'
import { type Finish, readFinish } from './finishReason.ts'
import { throwReportedError } from './reportedError.ts'
import { first, mergeCounts, type TokenCounts } from './tokenUsage.ts'
import { type Fields, fieldsOf, isObject, listOf, textOf } from './values.ts'

/** The messages of Anthropic, as gateways send them too. */
export const anthropicMessages: Dialect = {
  framing: 'events',
  openReader: (report) => new AnthropicReader(report),
  readWhole(answer, report) {
    const { content, model, usage, stop_reason: word } = answer
    const isAnswer = typeof content === 'string' || Array.isArray(content)
    throwReportedError(answer, isAnswer)
    if (!isAnswer) return undefined
    report.setModel(model)
    report.count(withCached(readUsage(usage)))
    report.end(readFinish(word) ?? 'stop', word)
    const blocks = new AnthropicBlocks()
    const whole = blocks.readContent(content)
    const calls = blocks.closeCalls(report.finish)
    report.hasCalls = calls.length > 0
    const input = (json: string): unknown => JSON.parse(json)
    return {
      type: 'message',
      role: 'assistant',
      id: 'answer',
      model: report.model ?? '',
      content: [
        ...whole,
        ...calls.map(({ id, name, arguments: json }) => ({
          type: 'tool_use',
          id: id || 'call',
          name,
          input: input(json),
        })),
      ],
      stop_reason: stopReason(report),
      stop_sequence: null,
      usage: { input_tokens: 0, output_tokens: 0 },
    }
  },
}

class AnthropicReader implements AnswerReader {
  readonly #report: AnswerReport
  readonly #blocks = new AnthropicBlocks()
  #counts: TokenCounts = {}
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
    switch (type) {
      case 'message_start':
        return this.#readStart(fieldsOf(data['message']))
      case 'content_block_start':
        return this.#started(this.#blocks.start(data))
      case 'content_block_delta':
        return this.#started(this.#blocks.add(data))
      case 'content_block_stop':
        return this.#started(this.#blocks.stop(data))
      case 'message_delta':
        return this.#readEnd(data)
      case 'message_stop':
        this.#report.done()
        this.#isOver = true
        return []
      default:
        return undefined
    }
  }

  close(): readonly Fields[] {
    const calls = this.#blocks.closeCalls(this.#report.finish)
    this.#report.hasCalls = calls.length > 0
    return [
      ...this.#start(),
      ...this.#blocks.closeText(),
      ...this.#blocks.writeCalls(calls),
      {
        type: 'message_delta',
        delta: { stop_reason: stopReason(this.#report), stop_sequence: null },
        usage: { output_tokens: 0 },
      },
      { type: 'message_stop' },
    ]
  }

  #readStart({ model, usage, content, stop_reason: word }: Fields): readonly Fields[] {
    this.#report.setModel(model)
    this.#count(usage)
    this.#report.end(readFinish(word), word)
    return [...this.#start(), ...listOf(content).flatMap((block) => this.#blocks.readWholeBlock(block))]
  }

  #readEnd({ delta, usage }: Fields): readonly Fields[] {
    const { stop_reason: word } = fieldsOf(delta)
    this.#count(isObject(usage) ? usage : fieldsOf(delta)['usage'])
    this.#report.end(readFinish(word), word)
    return []
  }

  /** The first event may have some counts, and the last one others. */
  #count(usage: unknown): void {
    this.#counts = mergeCounts(this.#counts, readUsage(usage))
    this.#report.count(withCached(this.#counts))
  }

  #started(events: readonly Fields[] | undefined): readonly Fields[] | undefined {
    return events === undefined ? undefined : [...this.#start(), ...events]
  }

  /** Some gateways leave the first event out. */
  #start(): readonly Fields[] {
    if (this.#hasStarted) return []
    this.#hasStarted = true
    const message = { id: 'answer', type: 'message', role: 'assistant', model: this.#report.model ?? '', content: [] }
    return [{ type: 'message_start', message: { ...message, usage: { input_tokens: 0, output_tokens: 0 } } }]
  }
}

const STOP_REASONS: Readonly<Record<Finish, string>> = {
  stop: 'end_turn',
  'tool-calls': 'end_turn',
  length: 'max_tokens',
  'content-filter': 'refusal',
}

const stopReason = ({ hasCalls, finish }: AnswerReport): string =>
  hasCalls ? 'tool_use' : STOP_REASONS[finish ?? 'stop']

/** The counts of Anthropic, whose input is without the cached tokens. */
function readUsage(value: unknown): TokenCounts {
  const usage = fieldsOf(value)
  return {
    input: first(usage['input_tokens'], usage['prompt_tokens']),
    cacheRead: first(usage['cache_read_input_tokens']),
    cacheWrite: first(usage['cache_creation_input_tokens']),
    output: first(usage['output_tokens'], usage['completion_tokens']),
    reasoning: first(fieldsOf(usage['output_tokens_details'])['thinking_tokens']),
  }
}

function withCached(counts: TokenCounts): TokenCounts {
  const { input, cacheRead = 0, cacheWrite = 0 } = counts
  return input === undefined ? counts : { ...counts, input: input + cacheRead + cacheWrite }
}
