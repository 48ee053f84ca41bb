import type { AnswerReport } from './answerReport.ts'
import type { Fields } from './values.ts'

/**
 * How the responses of one kind of server are read. Of everything that a server sends, only what is known and useful
 * goes on, in exactly the form that the provider's package reads.
 */
export interface Dialect {
  readonly framing: 'events' | 'lines'
  /** Reads one stream. */
  readonly openReader: (report: AnswerReport) => AnswerReader
  /** Reads an answer without streaming. Throws the error that it reports; undefined if it is no answer. */
  readonly readWhole: (answer: Fields, report: AnswerReport) => Fields | undefined
}

export interface AnswerReader {
  /**
   * Reads one event and returns what the package reads in its place; undefined if nothing in it is useful. Throws the
   * error that it reports.
   * @param name of the event, or empty
   */
  read(data: Fields, name: string): readonly Fields[] | undefined
  /** The server said that there is nothing more. */
  readonly isOver: boolean
  /** Returns what ends the answer, which has an end. Throws if it ends with a call that was cut off. */
  close(): readonly Fields[]
}
