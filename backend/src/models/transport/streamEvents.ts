import { isTooDeep } from './jsonDepth.ts'
import { LIMITS } from './limits.ts'
import { ResponseTooLargeError } from './responseTooLargeError.ts'
import { StreamLines } from './streamLines.ts'

/** Takes the contents of a stream, in their order. */
export interface StreamContents {
  /**
   * @param data the JSON of an event; text that is no JSON stays text
   * @param name empty if the event has none
   */
  readonly event: (data: unknown, name: string) => void
  /** An object on a line of its own, without the prefix of events. */
  readonly bareObject: (data: unknown, line: string) => void
  /** A line that belongs to no event. */
  readonly stray: (line: string) => void
}

/**
 * Reads server-sent events with JSON, or lines of JSON, also as servers write them that know the standard by hearsay:
 * without blank lines, without the last line end, with the prefix twice, with several objects in one event.
 */
export class StreamEvents {
  readonly #contents: StreamContents
  readonly #lines = new StreamLines((line) => this.#takeLine(line))
  #name = ''
  /** Lines of data that are not JSON by themselves. */
  #held: string[] = []
  #heldLength = 0

  constructor(contents: StreamContents) {
    this.#contents = contents
  }

  add(piece: string): void {
    this.#lines.add(piece)
  }

  /** The last event may have no blank line after it. */
  end(): void {
    this.#lines.end()
    this.#endEvent()
  }

  #takeLine(line: string): void {
    if (line === '') return this.#endEvent()
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).trimStart()
    if (field === 'data') this.#takeData(value)
    else if (field === 'event') this.#name = value.trimEnd()
    else if (field === 'error') this.#contents.event(parse(value) ?? value, 'error')
    else if (!OTHER_FIELDS.has(field)) this.#takeOther(line)
  }

  #takeData(value: string): void {
    const text = value.startsWith('data:') ? value.slice('data:'.length) : value
    const isFirst = this.#held.length === 0
    if (isFirst && text.trim() === '') return
    const data = isFirst ? parse(text) : undefined
    if (data !== undefined) return this.#emit(data)
    if (text.trim() === DONE) return this.#emit(DONE)
    this.#held.push(text)
    this.#heldLength += text.length
    if (this.#heldLength > LIMITS.eventCharacters) throw new ResponseTooLargeError('An event')
  }

  #takeOther(line: string): void {
    if (FIELDS.some((field) => field.startsWith(line))) return
    const data = line.trimStart().startsWith('{') ? parse(line) : undefined
    if (data === undefined) this.#contents.stray(line)
    else this.#contents.bareObject(data, line)
  }

  #endEvent(): void {
    const lines = this.#held
    this.#held = []
    this.#heldLength = 0
    if (lines.length > 0) this.#emit(...parseLines(lines))
    this.#name = ''
  }

  #emit(...data: readonly unknown[]): void {
    const name = this.#name
    this.#name = ''
    for (const each of data) this.#contents.event(each, name)
  }
}

/** The data of the event that ends a stream. */
export const DONE = '[DONE]'

/** The beginning of a field is no text, but a stream that broke off. */
const FIELDS = ['data', 'event', 'id', 'retry']
const OTHER_FIELDS: ReadonlySet<string> = new Set(['', 'id', 'retry'])

/** The lines of one event are one object, or one each. */
function parseLines(lines: readonly string[]): readonly unknown[] {
  const text = lines.join('\n')
  // A single line was tried as it came.
  if (lines.length === 1) return [text]
  const data = parse(text)
  if (data !== undefined) return [data]
  const single = lines.map(parse).filter((each) => each !== undefined)
  return single.length > 0 ? single : [text]
}

/** Undefined for text that is no JSON. */
function parse(text: string): unknown {
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
