import { createHash } from 'node:crypto'

import type { SentRequest } from '../models/transport/requestObserver.ts'
import { toRelative } from './blockRefs.ts'
import { cutBody } from './cutBody.ts'
import type { RequestBase, StoredRequest } from './storedRequest.ts'

/** 128 bits of SHA-256. */
const HASH_LENGTH = 22

export const hashBlock = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH)

/** The body of a request in blocks. */
export interface CutRequest {
  readonly hashes: readonly string[]
  /** The texts that the request before does not have, each once. */
  readonly texts: ReadonlyMap<string, string>
  readonly bytes: number
  readonly before: RequestBase | null
}

/** Cuts a body, and keeps only what is new in it. Secrets are masked. */
export function cutRequest({ body, mask }: SentRequest, before: RequestBase | null): CutRequest {
  const texts = new Map<string, string>()
  const hashes = cutBody(body).map((piece) => {
    const text = mask(piece)
    const hash = hashBlock(text)
    if (before?.numbers.has(hash) !== true) texts.set(hash, text)
    return hash
  })
  return { hashes, texts, bytes: Buffer.byteLength(body), before }
}

/** After so many requests, one lists its blocks in full. */
const MOST_LINKS = 100

export interface NumberedRequest {
  readonly blocks: readonly number[]
  readonly numbers: ReadonlyMap<string, number>
  readonly layout: Pick<StoredRequest, 'baseId' | 'depth' | 'shared' | 'rest'>
}

/** Numbers the blocks of a request. New ones get the next numbers of the session. */
export function numberBlocks({ hashes, texts, before }: CutRequest, next: number): NumberedRequest {
  const added = new Map([...texts.keys()].map((hash, at) => [hash, next + at]))
  const numberOf = (hash: string): number => {
    const number = added.get(hash) ?? before?.numbers.get(hash)
    if (number === undefined) throw new Error('A block is neither new nor in the request before.')
    return number
  }
  const numbers = new Map(hashes.map((hash) => [hash, numberOf(hash)]))
  const blocks = hashes.map(numberOf)
  const { shared, rest } = toRelative(blocks, before?.blocks ?? [])
  const layout =
    before === null || before.depth >= MOST_LINKS
      ? { baseId: null, depth: 0, shared, rest: [...blocks] }
      : { baseId: before.id, depth: before.depth + 1, shared, rest }
  return { blocks, numbers, layout }
}
