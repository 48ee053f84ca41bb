import { readText } from '../transport/boundedBody.ts'
import { LIMITS } from '../transport/limits.ts'
import { ProviderStreamError } from '../transport/providerStreamError.ts'
import type { AnswerReport } from './answerReport.ts'
import { AnswerStream } from './answerStream.ts'
import type { Dialect } from './dialect.ts'
import { isObject } from './values.ts'

/** Passes answers on as the package of their provider reads them. An error response stays as it is. */
export function reduceAnswers(
  inner: typeof fetch,
  dialect: Dialect,
  findReport: () => AnswerReport | undefined,
): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init)
    const report = findReport()
    if (!response.ok || response.body === null || report === undefined) return response
    return report.isStream ? reduceStream(response.body, dialect, report) : reduceWhole(response, dialect, report)
  }
}

/** A failure ends the stream, because an error would discard the parts before it. It is in the report. */
function reduceStream(body: ReadableStream<Uint8Array>, dialect: Dialect, report: AnswerReport): Response {
  const reader = body.getReader()
  const answer = new AnswerStream(dialect, report)
  const encoder = new TextEncoder()
  const readNext = async (): Promise<string> => {
    try {
      const { done, value } = await reader.read()
      return done ? endOf(answer) : answer.read(value)
    } catch (cause) {
      return endOf(answer, cause)
    }
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let output = ''
        while (output === '' && !answer.isOver) output = await readNext()
        if (output !== '') controller.enqueue(encoder.encode(output))
        if (!answer.isOver) return
        controller.close()
        void release(reader)
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
  return new Response(stream, { headers: { 'content-type': CONTENT_TYPES[dialect.framing] } })
}

/** What a server still sends after the end is read if it is little, because the connection can only be reused then. */
async function release(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const cancel = (): void => void reader.cancel().catch(() => {})
  const timer = setTimeout(cancel, LIMITS.restMilliseconds)
  try {
    for (let size = 0; size < LIMITS.restBytes;) {
      const { done, value } = await reader.read()
      if (done) return
      size += value.length
    }
  } catch {
    // The answer is complete, so a broken connection doesn't matter.
  } finally {
    clearTimeout(timer)
    cancel()
  }
}

const endOf = (answer: AnswerStream, cause?: unknown): string => answer.end(cause)

const CONTENT_TYPES = { events: 'text/event-stream', lines: 'application/x-ndjson' } as const

async function reduceWhole(response: Response, dialect: Dialect, report: AnswerReport): Promise<Response> {
  const text = await readText(response, LIMITS.wholeAnswerBytes, 'The answer')
  const answer = parse(text)
  const reduced = isObject(answer) ? dialect.readWhole(answer, report) : undefined
  if (reduced === undefined) throw new ProviderStreamError(response.status, text.slice(0, LIMITS.strayCharacters))
  return Response.json(reduced)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
