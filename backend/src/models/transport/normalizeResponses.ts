import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'

const EventData = z.record(z.string(), z.unknown())
/** What one server-sent event says. */
export type EventData = z.infer<typeof EventData>

/** Gives the same object back, another one in its place, or null to leave it out. Throws to break the stream off. */
export type EventNormalizer = (event: EventData) => EventData | null

/** What is mended of the answers of a provider; each part may be left out. */
export interface ResponseNormalizer {
  readonly event?: EventNormalizer
  /** An answer that comes in one piece. */
  readonly whole?: (answer: EventData) => EventData
}

/** Passes answers on as the package of a provider can read them. What is not mended stays as it came. */
export function normalizeResponses(inner: typeof fetch, { event, whole }: ResponseNormalizer): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init)
    if (!response.ok || response.body === null) return response
    const { status, statusText, headers } = response
    const isWhole = /^application\/([\w.+-]+\+)?json\b/i.test(headers.get('content-type') ?? '')
    if (isWhole && whole !== undefined) {
      const text = await response.text()
      const answer = parseEvent(text)
      const mended = answer === undefined ? text : JSON.stringify(whole(answer))
      return new Response(mended, { status, statusText, headers })
    }
    if (isWhole || event === undefined) return response
    return new Response(response.body.pipeThrough(lineMender(event)), { status, statusText, headers })
  }
}

type BytesController = TransformStreamDefaultController<Uint8Array>

/** Holds a line back until it is whole: its end is never in the middle of a character. */
function lineMender(mend: EventNormalizer): TransformStream<Uint8Array, Uint8Array> {
  let held: Uint8Array[] = []
  return new TransformStream({
    async transform(piece, controller) {
      const end = Math.max(piece.lastIndexOf(LINE_FEED), piece.lastIndexOf(CARRIAGE_RETURN)) + 1
      if (end > 0) {
        const lines = Buffer.concat([...held, piece.subarray(0, end)])
        held = []
        await passOn(lines, mend, controller)
      }
      if (end < piece.length) held.push(piece.subarray(end))
    },
    flush: (controller) => passOn(Buffer.concat(held), mend, controller),
  })
}

async function passOn(lines: Buffer, mend: EventNormalizer, controller: BytesController): Promise<void> {
  if (lines.length === 0) return
  const text = lines.toString()
  let told = ''
  try {
    for (const line of text.split(/(?<=\n|\r(?!\n))/)) told += mendLine(line, mend)
  } catch (reported) {
    controller.enqueue(Buffer.from(told))
    // What was passed on before is lost unless it has been read when the stream breaks.
    await setImmediate()
    throw reported
  }
  controller.enqueue(told === text ? lines : Buffer.from(told))
}

function mendLine(line: string, mend: EventNormalizer): string {
  const [, mark = '', json = '', end = ''] = /^(\uFEFF?data: ?)(\{.*\})\s*?(\r?\n|\r|)$/.exec(line) ?? []
  const event = json === '' ? undefined : parseEvent(json)
  if (event === undefined) return line
  const mended = mend(event)
  if (mended === event) return line
  return mended === null ? end : `${mark}${JSON.stringify(mended)}${end}`
}

function parseEvent(json: string): EventData | undefined {
  try {
    return EventData.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
