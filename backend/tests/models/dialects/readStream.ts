import { z } from 'zod'

import { AnswerReport } from '../../../src/models/dialects/answerReport.ts'
import { AnswerStream } from '../../../src/models/dialects/answerStream.ts'
import type { Dialect } from '../../../src/models/dialects/dialect.ts'

/** What a dialect lets through of a stream. */
export interface ReadStream {
  readonly text: string
  readonly reasoning: string
  readonly calls: readonly string[]
  readonly hasEnd: boolean
  readonly finish: string | undefined
  readonly counts: unknown
  readonly model: string | undefined
  /** The name of the error. */
  readonly failure: string | undefined
}

/** Reads a stream in pieces, as far as it goes. */
export function readStream(dialect: Dialect, pieces: readonly Uint8Array[]): ReadStream {
  const report = new AnswerReport(true)
  const stream = new AnswerStream(dialect, report)
  let output = ''
  for (const piece of pieces) output += stream.read(piece)
  output += stream.end()
  const { failure, hasEnd, finish, counts, model } = report
  return {
    ...readOutput(output),
    hasEnd,
    finish,
    counts,
    model,
    failure: failure instanceof Error ? failure.name : undefined,
  }
}

const text = z.string().optional()
const called = z.object({ function: z.object({ name: z.string(), arguments: z.unknown() }) })
const Message = z.object({
  content: z.union([z.string(), z.array(z.unknown())]).optional(),
  reasoning_content: text,
  thinking: text,
  tool_calls: z.array(called).optional(),
})
const Part = z.object({
  text,
  thought: z.boolean().optional(),
  functionCall: z.object({ name: z.string(), args: z.unknown() }).optional(),
})
/** Everything that the events of the dialects hold of an answer. */
const Event = z.object({
  type: text,
  choices: z.array(z.object({ delta: Message })).optional(),
  message: Message.optional(),
  candidates: z.array(z.object({ content: z.object({ parts: z.array(Part) }) })).optional(),
  delta: z.union([z.string(), z.object({ text, thinking: text, partial_json: text })]).optional(),
  item: z.object({ type: z.string(), name: text, arguments: text }).optional(),
})

function readOutput(output: string): Pick<ReadStream, 'text' | 'reasoning' | 'calls'> {
  const events = output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Event.parse(JSON.parse(line.replace(/^data: /, ''))))
  const messages = events.flatMap(({ choices = [], message }) => [
    ...choices.map(({ delta }) => delta),
    ...(message === undefined ? [] : [message]),
  ])
  const parts = events.flatMap(({ candidates = [] }) => candidates.flatMap(({ content }) => content.parts))
  const deltas = events.map(({ delta }) => (typeof delta === 'object' ? delta : {}))
  const spoken = (type: string): string[] =>
    events.flatMap((event) => (event.type === type && typeof event.delta === 'string' ? [event.delta] : []))
  return {
    text: [
      ...messages.map(({ content }) => (typeof content === 'string' ? content : '')),
      ...parts.map((part) => (part.thought === true ? '' : (part.text ?? ''))),
      ...deltas.map((delta) => delta.text ?? ''),
      ...spoken('response.output_text.delta'),
    ].join(''),
    reasoning: [
      ...messages.map(({ reasoning_content: reasoning, thinking }) => reasoning ?? thinking ?? ''),
      ...parts.map((part) => (part.thought === true ? (part.text ?? '') : '')),
      ...deltas.map((delta) => delta.thinking ?? ''),
      ...spoken('response.reasoning_summary_text.delta'),
    ].join(''),
    calls: [
      ...messages.flatMap(({ tool_calls: calls = [] }) => calls.map((call) => JSON.stringify(call.function))),
      ...parts.flatMap(({ functionCall: call }) => (call === undefined ? [] : [JSON.stringify(call)])),
      ...deltas.flatMap(({ partial_json: json }) => (json === undefined ? [] : [json])),
      ...events.flatMap(({ type, item }) =>
        type === 'response.output_item.done' && item?.type === 'function_call' ? [JSON.stringify(item)] : [],
      ),
    ],
  }
}
