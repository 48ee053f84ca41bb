import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'

import { eachRequestBlocks, eachOwnerBlock } from '../../../db/models/requestBlocks.ts'
import { findRequestOwner } from '../../../db/models/requestOwner.ts'
import { parseJson } from '../../../json.ts'
import { readMessage } from '../../../requests/readElement.ts'
import type { AppServices } from '../../appServices.ts'
import type { RequestSearchQuery, RequestSearchResult } from '../../schemas/request.ts'
import { findExcerpt, foldText } from '../../session/foldedText.ts'
import { getSession } from '../../session/getSession.ts'

const HITS = 50

/** Searches what a session has sent. Each block counts once, in the newest request that has it. */
export async function searchRequests(
  { db }: Pick<AppServices, 'db'>,
  { sessionId, q, limit = HITS }: z.infer<typeof RequestSearchQuery>,
): Promise<RequestSearchResult> {
  await getSession(db, sessionId)
  const ownerId = await findRequestOwner(db, sessionId)
  if (ownerId === undefined) return { data: [], more: false }
  const wanted = foldText(q)
  const excerpts = new Map<number, string>()
  for await (const texts of eachOwnerBlock(db, ownerId)) {
    for (const [number, text] of texts) {
      const excerpt = findExcerpt(toReadable(text), wanted)
      if (excerpt !== undefined) excerpts.set(number, excerpt)
    }
    await setImmediate()
  }
  const newest = new Map<number, { readonly requestId: string; readonly block: number }>()
  if (excerpts.size > 0) {
    for await (const { id, numbers } of eachRequestBlocks(db, ownerId)) {
      for (const [block, number] of numbers.entries())
        if (excerpts.has(number)) newest.set(number, { requestId: id, block })
    }
  }
  const hits = [...newest]
    .map(([number, place]) => ({ ...place, excerpt: excerpts.get(number) ?? '' }))
    .toSorted((one, other) =>
      one.requestId < other.requestId ? 1 : one.requestId > other.requestId ? -1 : one.block - other.block,
    )
  return { data: hits.slice(0, limit), more: hits.length > limit }
}

/** The text of a message, without the marks of JSON. */
function toReadable(text: string): string {
  const value = parseJson(text.replace(/^,/, ''))
  return value === undefined
    ? text
    : readMessage(value)
        .texts.map((part) => part.text)
        .join('\n')
}
