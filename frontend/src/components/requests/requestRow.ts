import type { RequestBlock } from '../../types/api.ts'

export type CacheState = RequestBlock['cache']
/** Compared with the request before. */
export type Change = 'same' | 'added' | 'changed' | 'removed'

/** A line of the page: one part of a request, or several alike. */
export interface RequestRow {
  readonly key: string
  readonly title: string
  readonly reason: string
  readonly tokens: number
  readonly cache: CacheState
  readonly change: Change
  readonly hasSpoilers: boolean
  readonly items: readonly RequestItem[]
}

/** A block, or some sections of one. */
export interface RequestItem {
  readonly key: string
  readonly title: string
  readonly tokens: number
  /** Of the whole block. */
  readonly bytes: number
  /** The position of the block in the request; null if it is not part of it. */
  readonly index: number | null
  /** It is not the whole block. */
  readonly isPart: boolean
  readonly change: Change
  readonly sections: readonly RequestSection[]
}

export interface RequestSection {
  readonly key: string
  readonly title: string
  readonly text: string
  /** The text that it replaces; null if it is not a change of another. */
  readonly before: string | null
}
