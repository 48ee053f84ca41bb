import { promisify } from 'node:util'
import { constants, inflateRawSync, zstdCompress, zstdDecompressSync } from 'node:zlib'

/** The blocks that one request has added to its session, packed together. */
export interface BlockPack {
  /** The number of its first block. The first block of a session has 0. */
  readonly first: number
  readonly blocks: number
  /** The first block of the pack from which this one and those before it can be read. */
  readonly start: number
  readonly bytes: Uint8Array
}

/** What a session has sent: a stream of packs, each compressed by what it has in common with those before. */
export interface BlockStream {
  /** The number of the next block. */
  readonly next: number
  /** The first block of the first pack that the next one can refer to; null if it refers to none. */
  readonly start: number | null
  /** How many they are. */
  readonly packs: number
  /** The bytes of their texts. */
  readonly length: number
  /** What the next one can refer to. */
  readonly tail: Buffer
}

export const streamFrom = (next: number): BlockStream => ({
  ...{ next, start: null, packs: 0, length: 0 },
  tail: Buffer.alloc(0),
})

/** What compression can refer to: more than the turns that a summary retells. */
const TAIL_BYTES = 256 * 1024
/** After so many bytes or packs, one refers to none before it, so that no block takes long to read. */
const MOST_BYTES = 1024 * 1024
const MOST_PACKS = 300
const PARAMS = {
  [constants.ZSTD_c_compressionLevel]: 9,
  [constants.ZSTD_c_contentSizeFlag]: 0,
  [constants.ZSTD_c_dictIDFlag]: 0,
}
/** JSON has no NUL. */
const BORDER = '\0'

const compress = promisify(zstdCompress)

export interface AddedPack {
  readonly pack: BlockPack
  /** With the pack. */
  readonly stream: BlockStream
}

export async function addPack(stream: BlockStream, texts: readonly string[]): Promise<AddedPack> {
  const isFull = stream.length >= MOST_BYTES || stream.packs >= MOST_PACKS
  const { next: first, start, packs, length, tail } = isFull ? streamFrom(stream.next) : stream
  const text = Buffer.from(texts.join(BORDER))
  const bytes = await compress(text, { params: PARAMS, ...(start !== null && { dictionary: tail }) })
  const pack = { first, blocks: texts.length, start: start ?? first, bytes }
  return {
    pack,
    stream: {
      ...{ next: first + texts.length, start: pack.start, packs: packs + 1 },
      ...{ length: length + text.length, tail: tailOf(tail, text) },
    },
  }
}

/** The texts of packs that follow each other from the start of the first one, by their numbers. */
export function readPacks(packs: readonly BlockPack[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let read = Buffer.alloc(0)
  let length = 0
  for (const { first, bytes } of packs) {
    const text = unpack(bytes, read.subarray(Math.max(0, length - TAIL_BYTES), length))
    for (const [at, block] of text.toString().split(BORDER).entries()) found.set(first + at, block)
    if (length + text.length > read.length) read = Buffer.concat([read], 2 * (length + text.length))
    text.copy(read, length)
    length += text.length
  }
  return found
}

/** The magic number of Zstandard, which no deflated text begins with. */
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])
/** What packs of earlier versions refer to. */
const DEFLATE_TAIL_BYTES = 32 * 1024

function unpack(bytes: Uint8Array, tail: Buffer): Buffer {
  const isZstd = ZSTD.equals(bytes.subarray(0, ZSTD.length))
  if (isZstd) return zstdDecompressSync(bytes, tail.length === 0 ? {} : { dictionary: tail })
  return inflateRawSync(bytes, tail.length === 0 ? {} : { dictionary: tail.subarray(-DEFLATE_TAIL_BYTES) })
}

function tailOf(before: Buffer, text: Buffer): Buffer {
  const all = Buffer.concat([before, text])
  // A copy, so that the rest of it can be collected.
  return all.length > TAIL_BYTES ? Buffer.from(all.subarray(-TAIL_BYTES)) : all
}
