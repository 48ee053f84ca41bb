import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'

const EventData = z.record(z.string(), z.unknown())
/** The data of one server-sent event. */
export type EventData = z.infer<typeof EventData>

/** Returns the same event, a changed one, or null to drop it. Throws to end the stream with an error. */
export type EventNormalizer = (event: EventData) => EventData | null

/** The corrections of a provider's responses; each is optional. */
export interface ResponseNormalizer {
  readonly event?: EventNormalizer
  /** For a complete response. */
  readonly whole?: (answer: EventData) => EventData
}

/** Passes responses on in a form that the provider's package can read. Everything else stays unchanged. */
export function normalizeResponses(inner: typeof fetch, { event, whole }: ResponseNormalizer): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init)
    if (!response.ok || response.body === null) return response
    const { status, statusText, headers } = response
    const isWhole = /^application\/([\w.+-]+\+)?json\b/i.test(headers.get('content-type') ?? '')
    if (isWhole && whole !== undefined) {
      const text = await response.text()
      const answer = parseEvent(text)
      const normalized = answer === undefined ? text : JSON.stringify(whole(answer))
      return new Response(normalized, { status, statusText, headers })
    }
    if (isWhole || event === undefined) return response
    return new Response(response.body.pipeThrough(normalizeLines(event)), { status, statusText, headers })
  }
}

type BytesController = TransformStreamDefaultController<Uint8Array>

/** Holds an incomplete line back, because a piece may end in the middle of a character. */
function normalizeLines(normalize: EventNormalizer): TransformStream<Uint8Array, Uint8Array> {
  let held: Uint8Array[] = []
  return new TransformStream({
    async transform(piece, controller) {
      const end = Math.max(piece.lastIndexOf(LINE_FEED), piece.lastIndexOf(CARRIAGE_RETURN)) + 1
      if (end > 0) {
        const lines = Buffer.concat([...held, piece.subarray(0, end)])
        held = []
        await passOn(lines, normalize, controller)
      }
      if (end < piece.length) held.push(piece.subarray(end))
    },
    flush: (controller) => passOn(Buffer.concat(held), normalize, controller),
  })
}

async function passOn(lines: Buffer, normalize: EventNormalizer, controller: BytesController): Promise<void> {
  if (lines.length === 0) return
  const text = lines.toString()
  let passed = ''
  try {
    for (const line of text.split(/(?<=\n|\r(?!\n))/)) passed += normalizeLine(line, normalize)
  } catch (reported) {
    controller.enqueue(Buffer.from(passed))
    // The reader must get the lines before this one, which an error would discard.
    await setImmediate()
    throw reported
  }
  controller.enqueue(passed === text ? lines : Buffer.from(passed))
}

function normalizeLine(line: string, normalize: EventNormalizer): string {
  const [, mark = '', json = '', end = ''] = /^(\uFEFF?data: ?)(\{.*\})\s*?(\r?\n|\r|)$/.exec(line) ?? []
  const event = json === '' ? undefined : parseEvent(json)
  if (event === undefined) return line
  const normalized = normalize(event)
  if (normalized === event) return line
  return normalized === null ? end : `${mark}${JSON.stringify(normalized)}${end}`
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
