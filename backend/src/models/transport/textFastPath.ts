import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'

import type { ReadDelta, TextDelta } from './chatDelta.ts'

type Parts = ReadableStream<LanguageModelV4StreamPart>
type PartsController = ReadableStreamDefaultController<LanguageModelV4StreamPart>

/**
 * One answer as it streams. Text that continues the open part of the provider's package becomes parts here; every other
 * byte goes through the package. The parts of both come out in order.
 */
export class TextFastPath {
  #parts: PartsController | undefined
  #open: { readonly type: TextDelta['type']; readonly id: string } | undefined
  #isBetweenEvents = true
  /** The package has received bytes and may not have emitted their parts yet. */
  #isPackageBusy = false
  readonly #readDelta: ReadDelta

  constructor(readDelta: ReadDelta) {
    this.#readDelta = readDelta
  }

  /** Takes the text from the start of a piece of the body, and returns the rest for the package. */
  take(piece: Buffer): Uint8Array {
    const rest = this.#takeText(piece)
    if (rest.length === 0) return rest
    this.#isBetweenEvents = rest.at(-1) === NEWLINE && rest.at(-2) === NEWLINE
    this.#awaitPackage()
    return rest
  }

  /** The parts of the package and of the fast path as one stream. */
  merge(packageParts: Parts): Parts {
    const reader = packageParts.getReader()
    return new ReadableStream<LanguageModelV4StreamPart>(
      {
        start: (controller) => {
          this.#parts = controller
        },
        pull: async (controller) => {
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(this.#follow(value))
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: READ_AHEAD_PARTS },
    )
  }

  #takeText(piece: Buffer): Uint8Array {
    const open = this.#open
    if (open === undefined || this.#isPackageBusy || !this.#isBetweenEvents) return piece
    if (this.#parts === undefined || !hasRoom(this.#parts)) return piece
    const text = piece.toString()
    let start = 0
    let events = 0
    let added = ''
    for (let end = text.indexOf(BLANK_LINE); end !== -1; end = text.indexOf(BLANK_LINE, start)) {
      const delta = this.#readDelta(text.slice(start, end))
      if (delta?.type !== open.type) break
      added += delta.delta
      start = end + BLANK_LINE.length
      events += 1
    }
    if (events > 0) this.#parts.enqueue({ type: open.type, id: open.id, delta: added })
    return start === text.length ? NOTHING : withoutEvents(piece, events)
  }

  #follow(part: LanguageModelV4StreamPart): LanguageModelV4StreamPart {
    if (part.type === 'text-start') this.#open = { type: 'text-delta', id: part.id }
    else if (part.type === 'reasoning-start') this.#open = { type: 'reasoning-delta', id: part.id }
    else if (part.type === 'text-end' || part.type === 'reasoning-end') this.#open = undefined
    return part
  }

  /** The package works only in promises, so it has emitted the parts of its bytes before the next macrotask. */
  #awaitPackage(): void {
    this.#isPackageBusy = true
    setImmediate(() => {
      this.#isPackageBusy = false
    })
  }
}

/** Without room, parts of the package may be waiting, and text must not overtake them. A slow reader then slows the provider. */
function hasRoom({ desiredSize }: PartsController): boolean {
  return desiredSize !== null && desiredSize > 0
}

function withoutEvents(piece: Buffer, count: number): Uint8Array {
  let start = 0
  for (let event = 0; event < count; event += 1) start = piece.indexOf(BLANK_LINE, start) + BLANK_LINE.length
  return piece.subarray(start)
}

const NEWLINE = 10
const BLANK_LINE = '\n\n'
const NOTHING = new Uint8Array()
const READ_AHEAD_PARTS = 64
