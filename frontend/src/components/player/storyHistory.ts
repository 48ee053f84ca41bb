import type { SearchResult } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'

/** The part of a story that is not on its page yet. */
export interface StoryHistory {
  /** The messages before the oldest one on the page are loading. */
  readonly isLoading: boolean
  /** Why they could not be loaded. */
  readonly error: UserError | null
  readonly loadEarlier: () => void
  /** Loads back to a message. Returns an error if that fails. */
  readonly loadTo: (messageId: string) => Promise<UserError | null>
  /** Searches the whole story for a text. */
  readonly search: (text: string, signal: AbortSignal) => Promise<SearchAnswer>
}

export type SearchAnswer =
  { readonly kind: 'found'; readonly result: SearchResult } | { readonly kind: 'failed'; readonly error: UserError }
