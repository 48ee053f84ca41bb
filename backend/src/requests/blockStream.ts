import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** The blocks that one request has added to its session, packed together. */
export interface BlockPack {
  /** The number of its first block. The first block of a session has 0. */
  readonly first: number
  readonly blocks: number
  /** The first block of the pack from which this one and those before it can be read. */
  readonly start: number
  readonly bytes: Buffer
}

/** What a session has sent: a stream of packs, each compressed by what it has in common with those before. */
export interface BlockStream {
  /** The number of the next block. */
  readonly next: number
  /** The first block of the first pack that the next one can refer to; null if it refers to none. */
  readonly start: number | null
  /** The texts of these packs. */
  readonly length: number
  readonly tail: Buffer
}

export const streamFrom = (next: number): BlockStream => ({ next, start: null, length: 0, tail: Buffer.alloc(0) })

/** What compression can refer to. */
const TAIL_BYTES = 32 * 1024
/** After so many bytes, a pack refers to none before it, so that no block takes long to read. */
const MOST_BYTES = 256 * 1024
const STRONG = { level: 9, memLevel: 9 } as const
/** JSON has no NUL. */
const BORDER = '\0'

export function addPack(
  stream: BlockStream,
  texts: readonly string[],
): { readonly pack: BlockPack; readonly stream: BlockStream } {
  const { next: first, start, tail } = stream.length < MOST_BYTES ? stream : streamFrom(stream.next)
  const text = Buffer.from(texts.join(BORDER))
  const bytes = deflateRawSync(text, start === null ? STRONG : { ...STRONG, dictionary: tail })
  const pack = { first, blocks: texts.length, start: start ?? first, bytes }
  const length = (start === null ? 0 : stream.length) + text.length
  return { pack, stream: { next: first + texts.length, start: pack.start, length, tail: tailOf([tail, text]) } }
}

/** The texts of packs that follow each other from the start of the first one, by their numbers. */
export function readPacks(packs: readonly BlockPack[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let tail = Buffer.alloc(0)
  for (const { first, start, bytes } of packs) {
    const text = inflateRawSync(bytes, first === start ? {} : { dictionary: tail })
    for (const [at, block] of text.toString().split(BORDER).entries()) found.set(first + at, block)
    tail = tailOf(first === start ? [text] : [tail, text])
  }
  return found
}

function tailOf(texts: readonly Buffer[]): Buffer<ArrayBuffer> {
  const all = Buffer.concat(texts)
  return Buffer.from(all.subarray(Math.max(0, all.length - TAIL_BYTES)))
}
