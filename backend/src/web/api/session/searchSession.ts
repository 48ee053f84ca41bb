import type { z } from 'zod'

import { listPathTexts, type PathText } from '../../../db/models/pathTexts.ts'
import { countPath } from '../../../db/models/pathSteps.ts'
import type { AppServices } from '../../appServices.ts'
import type { SearchHit, SearchQuery, SearchResult } from '../../schemas/search.ts'
import { findExcerpt, foldText } from '../../session/foldedText.ts'
import { getSession } from '../../session/getSession.ts'

const HITS = 50
/** The search ends after this many messages. */
const MOST_SEARCHED = 100_000

interface Found extends Omit<SearchHit, 'position'> {
  readonly messagesBelow: number
}

/**
 * Searches the visible text of the story so far, from its last message up to its beginning.
 * @param isNeeded called from time to time: the search ends when no one is waiting for it
 */
export async function searchSession(
  { db }: Pick<AppServices, 'db'>,
  id: string,
  { q, limit = HITS }: z.infer<typeof SearchQuery>,
  isNeeded: () => boolean,
): Promise<SearchResult> {
  const { headId } = await getSession(db, id)
  const wanted = foldText(q)
  const found: Found[] = []
  let searched = 0
  for await (const slice of listPathTexts(db, id, headId)) {
    for (const message of slice) {
      const hit = toFound(message, wanted, searched)
      if (hit !== undefined) found.push(hit)
      searched += 1
    }
    if (found.length > limit || searched >= MOST_SEARCHED || !isNeeded()) break
  }
  const length = found.length === 0 || headId === null ? 0 : await countPath(db, id, headId)
  return {
    data: found.slice(0, limit).map(({ messagesBelow, ...hit }) => ({ ...hit, position: length - messagesBelow })),
    more: found.length > limit || searched >= MOST_SEARCHED,
  }
}

function toFound({ id, role, text }: PathText, wanted: string, messagesBelow: number): Found | undefined {
  const excerpt = findExcerpt(text, wanted)
  return excerpt === undefined ? undefined : { messageId: id, role, excerpt, messagesBelow }
}
