import { Buffer } from 'node:buffer'

import { DEFAULT_FACTOR } from '../../../engine/memory/tokenFactor.ts'
import type { Usage } from '../../../messages/modelSnapshot.ts'
import { type DescribedBlock, describeBlocks, type DescribeOptions } from '../../../requests/describeBlocks.ts'
import type { RequestBlock } from '../../schemas/request.ts'

export interface ComparedRequest extends DescribeOptions {
  readonly texts: readonly string[]
  /** The blocks of the request before. */
  readonly before: readonly string[]
  /** Null for a request that is not sent yet, or if the provider reports nothing. */
  readonly usage: Usage | null
  /** What the story has not revealed yet. */
  readonly hiddenNames: readonly string[]
}

export interface RequestBlocks {
  readonly blocks: RequestBlock[]
  readonly removed: RequestBlock[]
  readonly tokens: number
}

/** The blocks of a request in the order in which they are sent, compared with the request before. */
export function toRequestBlocks(request: ComparedRequest): RequestBlocks {
  const { texts, before, usage } = request
  const described = describeBlocks(texts, request)
  const bytes = texts.map((text) => Buffer.byteLength(text))
  const read = sum(bytes.filter((_, at) => described[at]?.place !== 'parameters'))
  const factor = usage?.inputTokens == null || read === 0 ? DEFAULT_FACTOR : usage.inputTokens / read
  const had = new Set(before.map(withoutComma))
  const cacheOf = findCached(request, described, bytes, factor)
  const toBlock = (block: DescribedBlock, text: string, at: number): RequestBlock => ({
    ...block,
    sections: block.sections.map((section) => ({ ...section })),
    bytes: Buffer.byteLength(text),
    tokens: block.place === 'parameters' ? 0 : Math.round(Buffer.byteLength(text) * factor),
    cache: cacheOf(at),
    change: had.has(withoutComma(text)) ? 'same' : 'new',
    hasSpoilers: hasSpoilers(block, request.hiddenNames),
  })
  const has = new Set(texts.map(withoutComma))
  const removed = describeBlocks(before, { ...request, turn: null }).flatMap((block, at): RequestBlock[] => {
    const text = before[at] ?? ''
    return has.has(withoutComma(text)) ? [] : [{ ...toBlock(block, text, -1), cache: 'unknown', change: 'same' }]
  })
  return {
    blocks: described.map((block, at) => toBlock(block, texts[at] ?? '', at)),
    removed,
    tokens: Math.round(read * factor),
  }
}

const PROMPT_ORDER = ['tools', 'system', 'messages', 'parameters'] as const

/** Providers read tools first. What they had read before is the beginning that both requests have, as far as they say. */
function findCached(
  { texts, before, usage }: ComparedRequest,
  described: readonly DescribedBlock[],
  bytes: readonly number[],
  factor: number,
): (at: number) => RequestBlock['cache'] {
  const placeOf = (at: number): number => PROMPT_ORDER.indexOf(described[at]?.place ?? 'parameters')
  const order = [...texts.keys()].toSorted((one, other) => placeOf(one) - placeOf(other) || one - other)
  const had = new Set(before.map(withoutComma))
  const cached = usage?.cachedInputTokens ?? null
  const states = new Map<number, RequestBlock['cache']>()
  let tokens = 0
  let isShared = true
  for (const at of order) {
    if (described[at]?.place === 'parameters') {
      states.set(at, 'unknown')
      continue
    }
    isShared &&= had.has(withoutComma(texts[at] ?? ''))
    tokens += (bytes[at] ?? 0) * factor
    if (cached !== null) states.set(at, tokens <= cached * TOLERANCE ? 'cached' : 'fresh')
    else states.set(at, isShared ? 'unknown' : 'fresh')
  }
  return (at) => states.get(at) ?? 'unknown'
}

/** Tokens of single blocks are estimates. */
const TOLERANCE = 1.03

/** A block in a list begins with the comma before it, except the first one. */
const withoutComma = (text: string): string => (text.startsWith(',') ? text.slice(1) : text)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function hasSpoilers({ sections }: DescribedBlock, hiddenNames: readonly string[]): boolean {
  return sections.some(({ text }) => {
    const searched = text.toLowerCase()
    return hiddenNames.some((name) => searched.includes(name.toLowerCase()))
  })
}
