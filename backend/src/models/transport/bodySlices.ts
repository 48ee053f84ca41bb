import { TurnQueue } from './turnQueue.ts'

/** What the reader of a body works through without a pause. */
export const SLICE_BYTES = 4 * 1024
/** What is held for the reader. More is left in the connection, where it is lost if that breaks. */
const READ_AHEAD_BYTES = 64 * 1024
/** A word or two of an answer is passed on in the turn in which it arrives, whatever other answers do. */
const AT_ONCE_BYTES = 1024
const EVENT_END = '\n\n'

export interface SliceReader {
  readonly isReady: () => boolean
  readonly take: (slice: Buffer) => void
}

/** All bodies share the turns, so that many at once are no longer a load than one. */
const turns = new TurnQueue()

/** Passes the bytes of one body on in slices, because its reader works through everything that it gets in one go. */
export class BodySlices {
  readonly #reader: SliceReader
  #held: Buffer[] = []
  #size = 0
  #isQueued = false
  #passedInTurn = 0

  constructor(reader: SliceReader) {
    this.#reader = reader
  }

  get isEmpty(): boolean {
    return this.#size === 0
  }

  get isFull(): boolean {
    return this.#size >= READ_AHEAD_BYTES
  }

  add(piece: Buffer): void {
    const isSmall = this.#passedInTurn + piece.length <= AT_ONCE_BYTES
    if (isSmall && this.isEmpty && this.#reader.isReady()) return this.#passAtOnce(piece)
    this.#held.push(piece)
    this.#size += piece.length
    this.proceed()
  }

  /** Call when the reader is ready again. */
  proceed(): void {
    if (this.#isQueued || this.isEmpty || !this.#reader.isReady()) return
    this.#isQueued = true
    turns.add(() => {
      this.#isQueued = false
      if (this.#reader.isReady()) this.#reader.take(this.#cut())
      this.proceed()
    })
  }

  /** The reader wants no more. */
  drop(): void {
    this.#held = []
    this.#size = 0
  }

  #passAtOnce(piece: Buffer): void {
    if (this.#passedInTurn === 0) setImmediate(() => (this.#passedInTurn = 0))
    this.#passedInTurn += piece.length
    this.#reader.take(piece)
  }

  /** A slice ends with an event if it can: text that begins between events takes the fast path. */
  #cut(): Buffer {
    const [first, ...others] = this.#held
    const bytes = first !== undefined && others.length === 0 ? first : Buffer.concat(this.#held)
    const end = bytes.length <= SLICE_BYTES ? bytes.length : endOfSlice(bytes)
    const rest = bytes.subarray(end)
    this.#held = rest.length === 0 ? [] : [rest]
    this.#size = rest.length
    return bytes.subarray(0, end)
  }
}

function endOfSlice(bytes: Buffer): number {
  const lastEvent = bytes.subarray(0, SLICE_BYTES).lastIndexOf(EVENT_END)
  return lastEvent === -1 ? SLICE_BYTES : lastEvent + EVENT_END.length
}
