import type { Settlement } from '../budgets/budgetStore.ts'
import type { PriceSource } from '../models/prices/prices.ts'
import type { Usage } from '../messages/modelSnapshot.ts'
import type { CallEnd, RequestContext, RequestPurpose } from '../models/transport/requestLog.ts'
import type { BlockRefs } from './blockRefs.ts'
import type { BlockPack } from './blockStream.ts'

/** A request as it is stored. */
export interface StoredRequest extends Omit<RequestContext, 'prices'> {
  readonly id: string
  /** The request that its blocks refer to; null if they are listed in full. */
  readonly baseId: string | null
  /** How many requests are between it and one whose blocks are listed in full. */
  readonly depth: number
  /** The number of leading blocks that the request before it in the session has, too. */
  readonly shared: number
  /** Null if its text is not kept. */
  readonly rest: BlockRefs | null
  /** The number of its blocks. */
  readonly blocks: number
  /** The length of its body. */
  readonly bytes: number
  readonly usage: Usage | null
  /** What was wrong with what the provider reported. */
  readonly usageNotice: string | null
  /** Null if tokens or prices are not known. */
  readonly cost: number | null
  readonly currency: string | null
  readonly priceSource: PriceSource | null
  readonly startedAt: string
  /** From its start to its first output; null without any. */
  readonly firstTokenMs: number | null
  readonly durationMs: number
  readonly outcome: CallEnd['outcome']
  readonly errorCode: string | null
}

/** A request that the next one of the same session and purpose is compared with. */
export interface RequestBase {
  readonly id: string
  readonly depth: number
  readonly blocks: readonly number[]
  /** The numbers of its blocks by their hashes. */
  readonly numbers: ReadonlyMap<string, number>
}

export interface RequestStore {
  /** Whether the text of requests is kept. */
  readonly keepsTexts: () => Promise<boolean>
  /** The last request of a session and purpose whose text is kept; null if there is none. */
  readonly findBase: (sessionId: string, purpose: RequestPurpose) => Promise<RequestBase | null>
  /** The number of the next block of a session. */
  readonly findNext: (sessionId: string) => Promise<number>
  /** Stores a request with the blocks that it adds, and what it spent. If the session is gone, only what it spent. */
  readonly insert: (request: StoredRequest, pack: BlockPack | null, settlement: Settlement | null) => Promise<void>
  /** Stores what was spent, without a request. */
  readonly settle: (settlement: Settlement) => Promise<void>
}
