import { LIMITS } from '../transport/limits.ts'
import { NotStreamingError } from '../transport/notStreamingError.ts'
import { ProviderStreamError } from '../transport/providerStreamError.ts'
import { ResponseTooLargeError } from '../transport/responseTooLargeError.ts'
import { DONE, StreamEvents } from '../transport/streamEvents.ts'
import { TruncatedStreamError } from '../transport/truncatedStreamError.ts'
import type { AnswerReport } from './answerReport.ts'
import type { AnswerReader, Dialect } from './dialect.ts'
import { throwReportedError } from './reportedError.ts'
import { type Fields, isObject } from './values.ts'

/** Reads one stream of a dialect, piece by piece, and writes what the provider's package reads in its place. */
export class AnswerStream {
  readonly #dialect: Dialect
  readonly #report: AnswerReport
  readonly #reader: AnswerReader
  readonly #decoder = new TextDecoder()
  readonly #events: StreamEvents
  #output = ''
  #isOver = false
  #hasEvents = false
  /** Bytes since the last event that was useful. */
  #uselessBytes = 0
  /** What stands outside of events. It may be an error page, or an answer that is no stream. */
  #stray = ''

  constructor(dialect: Dialect, report: AnswerReport) {
    this.#dialect = dialect
    this.#report = report
    this.#reader = dialect.openReader(report)
    this.#events = new StreamEvents({
      event: (data, name) => this.#takeEvent(data, name),
      bareObject: (data, line) => this.#takeBareObject(data, line),
      stray: (line) => this.#addStray(line),
    })
  }

  /** Whether nothing more has to be read. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** Takes a piece of the stream, and returns what it adds. A failure is in the report. */
  read(piece: Uint8Array): string {
    return this.#write(() => {
      this.#uselessBytes += piece.length
      this.#events.add(this.#decoder.decode(piece, { stream: true }))
      if (this.#uselessBytes > LIMITS.uselessBytes) throw new ResponseTooLargeError('What came without an answer')
    })
  }

  /**
   * Ends the stream.
   * @param cause why it broke, if it did. After the end of the answer that doesn't matter.
   */
  end(cause?: unknown): string {
    return this.#write(() => {
      this.#events.add(this.#decoder.decode())
      this.#events.end()
      if (this.#isOver) return
      if (this.#report.hasEnd) this.#close()
      else throw cause ?? this.#findFailure()
    })
  }

  #write(work: () => void): string {
    try {
      if (!this.#isOver) work()
    } catch (failure) {
      this.#report.failure = failure
      this.#isOver = true
    }
    const output = this.#output
    this.#output = ''
    return output
  }

  #takeEvent(data: unknown, name: string): void {
    if (this.#isOver) return
    if (data === DONE) return this.#finish()
    if (Array.isArray(data)) return data.forEach((each: unknown) => this.#takeObject(each, name))
    if (isObject(data)) this.#takeObject(data, name)
    else if (typeof data === 'string') this.#takeText(data, name)
  }

  #takeObject(data: unknown, name: string): void {
    if (!isObject(data) || this.#isOver) return
    if (name === 'error') throwNamedError(data)
    const events = this.#reader.read(data, name)
    if (events === undefined) return
    this.#hasEvents = true
    this.#uselessBytes = 0
    this.#add(events)
    if (this.#reader.isOver) this.#close()
  }

  #takeText(text: string, name: string): void {
    if (name === 'error') throw new ProviderStreamError(200, text)
    this.#addStray(text)
  }

  /** In a stream of events, an object without their prefix is an error, or an answer that is no stream. */
  #takeBareObject(data: unknown, line: string): void {
    if (this.#isOver) return
    if (this.#dialect.framing === 'lines' || this.#hasEvents) return this.#takeEvent(data, '')
    if (isObject(data)) throwReportedError(data, false)
    this.#addStray(line)
  }

  #addStray(line: string): void {
    if (this.#stray.length < LIMITS.strayCharacters) this.#stray += `${line}\n`
  }

  #finish(): void {
    if (!this.#hasEvents && this.#stray.trim() !== '') throw this.#findFailure()
    this.#report.done()
    this.#close()
  }

  #close(): void {
    this.#isOver = true
    this.#add(this.#reader.close())
  }

  #add(events: readonly Fields[]): void {
    for (const event of events) {
      const json = JSON.stringify(event)
      this.#output += this.#dialect.framing === 'lines' ? `${json}\n` : `data: ${json}\n\n`
    }
  }

  /** Why a stream has no end. */
  #findFailure(): unknown {
    const text = this.#stray.trim()
    if (this.#hasEvents || text === '') return new TruncatedStreamError()
    if (!/^[{[]/.test(text) || REPORTS_ERROR.test(text)) return new ProviderStreamError(200, text)
    return isCut(text) ? new TruncatedStreamError() : new NotStreamingError()
  }
}

/** JSON that was cut off can say what went wrong, too. */
const REPORTS_ERROR = /"error"\s{0,9}:\s{0,9}["{]/

function throwNamedError(data: Fields): void {
  throwReportedError(data, false)
  throw new ProviderStreamError(200, JSON.stringify({ error: data }))
}

/** Whether JSON ends too early. A long one was cut here. */
function isCut(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch {
    return text.length < LIMITS.strayCharacters
  }
}
